// Lists the positions that no step leads on from, the lowest level first.
// params: none
// returns: id, title, type, level, sector
MATCH (now:PathwayCurrent)
MATCH (p:Position {dataset: now.dataset})-[:AT_LEVEL]->(l:Level)
WHERE NOT EXISTS { (p)-[:STEP]->(:Position) }
RETURN p.id AS id, p.title AS title, p.type AS type, l.id AS level, p.sector AS sector
ORDER BY l.rank, sector, id
