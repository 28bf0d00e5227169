// Lists the qualifications that are the only recorded way in to something: what if they were withdrawn?
// params: none
// returns: id, title, sector, only_way_into
MATCH (now:PathwayCurrent)
MATCH (q:Qualification {dataset: now.dataset})-[:STEP]->(p:Position)
WHERE NOT EXISTS { MATCH (a:Position)-[:STEP]->(p) WHERE a <> q }
WITH q, collect(DISTINCT p.title) AS titles
RETURN q.id AS id, q.title AS title, q.sector AS sector, titles AS only_way_into
ORDER BY size(titles) DESC, id
