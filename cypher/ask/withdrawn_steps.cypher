// What if nobody held a qualification: lists the steps that fall away, since they begin or end there, or their
// own attainments name something that nothing else gives. What rows and alternatives ask for is not looked at.
// params: dataset (text), qualification (text)
// returns: step, from, to, why
MATCH (q:Position {dataset: $dataset, id: $qualification})
WITH q, COLLECT {
  MATCH (q)-[:GIVES]->(r:Requirement)
  WHERE NOT EXISTS { MATCH (r)<-[:GIVES]-(p:Position) WHERE p <> q }
  RETURN r.id
} AS only
MATCH (a:Position)-[s:STEP {dataset: $dataset}]->(b:Position)
WITH s, a, b, CASE
  WHEN a = q THEN 'begins there'
  WHEN b = q THEN 'ends there'
  WHEN any(id IN s.attainment WHERE id IN only) THEN 'asks for what only it gives'
END AS why
WHERE why IS NOT NULL
RETURN s.id AS step, a.id AS from, b.id AS to, why
ORDER BY step
