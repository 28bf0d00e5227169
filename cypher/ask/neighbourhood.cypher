// Lists the positions within some steps of a position, in either direction; four steps at most.
// params: dataset (text), position (text), hops (integer)
// returns: id, title, level, sector, away
MATCH (a:Position {dataset: $dataset, id: $position})
MATCH path = ANY SHORTEST (a)-[:STEP]-{1,4}(b:Position)
WHERE length(path) <= $hops AND a <> b
RETURN b.id AS id, b.title AS title, b.level AS level, b.sector AS sector, length(path) AS away
ORDER BY away, id
