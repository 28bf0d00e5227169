// Lists the sources last checked before a day, the oldest first, and how many records rest on each.
// params: dataset (text), before (date)
// returns: source, title, checked_on, positions, requirements, matrices, steps
WITH COLLECT {
  MATCH (:Position)-[s:STEP {dataset: $dataset}]->(:Position)
  WITH s.source AS source, count(*) AS steps
  RETURN {source: source, steps: steps}
} AS counted
MATCH (o:Source {dataset: $dataset})
WHERE o.checked_on < $before
RETURN o.id AS source, o.title AS title, o.checked_on AS checked_on,
  COUNT { (o)<-[:DERIVED_FROM]-(:Position) } AS positions,
  COUNT { (o)<-[:DERIVED_FROM]-(:Requirement) } AS requirements,
  COUNT { (o)<-[:DERIVED_FROM]-(:Sector) } AS matrices,
  coalesce(head([c IN counted WHERE c.source = o.id | c.steps]), 0) AS steps
ORDER BY checked_on, source
