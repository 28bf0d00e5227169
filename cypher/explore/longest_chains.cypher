// Lists the positions that are furthest from where chains begin: the fewest steps to them, the most first.
// params: none
// returns: steps, chain
MATCH (now:PathwayCurrent)
MATCH (a:Position {dataset: now.dataset})
WHERE NOT EXISTS { (:Position)-[:STEP]->(a) }
// Collected first, so that no chain is sought from anywhere else.
WITH now, collect(a) AS starts
UNWIND starts AS a
MATCH (b:Position {dataset: now.dataset})
WHERE b <> a
MATCH chain = shortestPath((a)-[:STEP*1..20]->(b))
RETURN length(chain) AS steps, [p IN nodes(chain) | p.title] AS chain
ORDER BY steps DESC, chain LIMIT 25
