// Lists the positions of a sector that give something about a concept that both it and another sector ask for,
// those that serve most concepts first. `crosses` is how many recorded steps lead on into the other.
// params: dataset (text), here (text), there (text)
// returns: id, title, type, level, concepts, crosses
MATCH (here:Sector {dataset: $dataset, id: $here})-[a:ASKS]->(:Requirement)-[:ABOUT]->(c:Concept)
WHERE a.weight <> 'helps'
WITH DISTINCT here, c
MATCH (c)<-[:ABOUT]-(:Requirement)<-[b:ASKS]-(:Sector {dataset: $dataset, id: $there})
WHERE b.weight <> 'helps'
WITH DISTINCT here, c
MATCH (c)<-[:ABOUT]-(:Requirement)<-[:GIVES]-(p:Position)-[:IN_SECTOR]->(here)
WITH p, collect(DISTINCT c.id) AS concepts
RETURN p.id AS id, p.title AS title, p.type AS type, p.level AS level, concepts,
  COUNT { (p)-[:STEP]->(:Position {sector: $there}) } AS crosses
ORDER BY size(concepts) DESC, crosses DESC, id
