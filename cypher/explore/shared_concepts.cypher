// Counts the concepts that a sector asks for, and those of them that another asks for too, for every two.
// params: none
// returns: from, to, concepts, shared, share
MATCH (now:PathwayCurrent)
MATCH (s:Sector {dataset: now.dataset})-[a:ASKS]->(:Requirement)-[:ABOUT]->(c:Concept)
WHERE a.weight <> 'helps'
WITH s, collect(DISTINCT c) AS asked
WITH collect({sector: s.id, asked: asked}) AS every
UNWIND every AS there
UNWIND every AS here
WITH here, there, size([c IN there.asked WHERE c IN here.asked]) AS shared WHERE here.sector <> there.sector
RETURN here.sector AS from, there.sector AS to, size(there.asked) AS concepts, shared,
  round(toFloat(shared) / size(there.asked), 2) AS share
ORDER BY share DESC, from, to
