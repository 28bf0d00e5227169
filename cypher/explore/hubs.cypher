// Lists the positions that most steps meet.
// params: none
// returns: id, title, level, sector, steps_in, steps_out, sectors_reached
MATCH (now:PathwayCurrent)
MATCH (p:Position {dataset: now.dataset})
WITH p, COUNT { (p)<-[:STEP]-(:Position) } AS steps_in, COUNT { (p)-[:STEP]->(:Position) } AS steps_out
ORDER BY steps_in + steps_out DESC, p.id LIMIT 25
RETURN p.id AS id, p.title AS title, p.level AS level, p.sector AS sector, steps_in, steps_out,
  COUNT { MATCH (p)-[:STEP]->(q:Position) RETURN DISTINCT q.sector } AS sectors_reached
ORDER BY steps_in + steps_out DESC, id
