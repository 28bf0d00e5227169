// What if nobody held a qualification: lists the positions that lose all ways in, since every step into them
// begins there. Those after them are found by asking of each in turn. Dates and requirements play no part.
// params: dataset (text), qualification (text)
// returns: id, title, level, sector
MATCH (q:Position {dataset: $dataset, id: $qualification})-[:STEP]->(p:Position)
WHERE NOT EXISTS { MATCH (a:Position)-[:STEP]->(p) WHERE a <> q }
RETURN DISTINCT p.id AS id, p.title AS title, p.level AS level, p.sector AS sector
ORDER BY id
