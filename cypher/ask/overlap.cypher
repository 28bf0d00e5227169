// Counts how much of what a sector asks for another asks for too, by kind: the same requirements, and concepts.
// Only entries of matrices count, not what only helps. `pathways compare` counts also what no row names, pairs
// requirements one to one, and finds those whose words are alike; `same` agrees where rows name everything.
// params: dataset (text), here (text), there (text)
// returns: kind, asked, same, concepts, shared, shared_concepts
MATCH (there:Sector {dataset: $dataset, id: $there})-[a:ASKS]->(r:Requirement)
WHERE a.weight <> 'helps'
WITH a.kind AS kind, collect(DISTINCT r) AS asked
MATCH (here:Sector {dataset: $dataset, id: $here})
WITH kind, asked,
  COLLECT { MATCH (here)-[h:ASKS]->(r:Requirement) WHERE h.kind = kind AND h.weight <> 'helps' RETURN DISTINCT r } AS had
WITH kind, asked, had,
  COLLECT { UNWIND asked AS r MATCH (r)-[:ABOUT]->(c:Concept) RETURN DISTINCT c } AS wanted,
  COLLECT { UNWIND had AS r MATCH (r)-[:ABOUT]->(c:Concept) RETURN DISTINCT c } AS known
WITH kind, asked, had, wanted, [c IN wanted WHERE c IN known] AS both
RETURN kind, size(asked) AS asked, size([r IN asked WHERE r IN had]) AS same, size(wanted) AS concepts,
  size(both) AS shared, [c IN both | c.id] AS shared_concepts
ORDER BY kind
