// Counts the relationships of each type, by what they join.
// params: none
// returns: type, from, to, links
MATCH (now:PathwayCurrent)
MATCH (a:PathwayRecord {dataset: now.dataset})-[r]->(b:PathwayRecord)
RETURN type(r) AS type, a.type AS from, b.type AS to, count(*) AS links
ORDER BY type, links DESC, from, to
