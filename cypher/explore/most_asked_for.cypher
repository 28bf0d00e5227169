// Lists the concepts that most sectors ask for, with the sectors.
// params: none
// returns: concept, title, kinds, requirements, sectors
MATCH (now:PathwayCurrent)
MATCH (s:Sector {dataset: now.dataset})-[a:ASKS]->(r:Requirement)-[:ABOUT]->(c:Concept)
WHERE a.weight <> 'helps'
WITH c, collect(DISTINCT a.kind) AS kinds, count(DISTINCT r) AS requirements, collect(DISTINCT s.id) AS sectors
RETURN c.id AS concept, c.title AS title, kinds, requirements, sectors
ORDER BY size(sectors) DESC, requirements DESC, concept LIMIT 25
