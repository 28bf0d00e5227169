// Lists the positions that no step leads into that is open today: where chains begin, or something is missing.
// params: none
// returns: id, title, level, sector, closed_steps
MATCH (now:PathwayCurrent)
MATCH (p:Position {dataset: now.dataset})
WHERE NOT EXISTS {
  MATCH (:Position)-[s:STEP]->(p)
  WHERE (s.closes IS NULL OR s.closes >= date()) AND (s.opens IS NULL OR s.opens <= date())
}
RETURN p.id AS id, p.title AS title, p.level AS level, p.sector AS sector,
  COUNT { (:Position)-[:STEP]->(p) } AS closed_steps
ORDER BY sector, id
