// Lists the sources that most steps, positions, requirements and matrices rest on.
// params: none
// returns: source, title, publisher, checked_on, steps, others
MATCH (now:PathwayCurrent)
WITH now, COLLECT {
  MATCH (:Position)-[s:STEP {dataset: now.dataset}]->(:Position)
  WITH s.source AS source, count(*) AS steps
  RETURN {source: source, steps: steps}
} AS counted
MATCH (o:Source {dataset: now.dataset})
RETURN o.id AS source, o.title AS title, o.publisher AS publisher, o.checked_on AS checked_on,
  coalesce(head([c IN counted WHERE c.source = o.id | c.steps]), 0) AS steps,
  COUNT { (o)<-[:DERIVED_FROM]-(:PathwayRecord) } AS others
ORDER BY steps + others DESC, source LIMIT 25
