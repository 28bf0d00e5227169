// Lists the recorded steps from a position of one sector to a position of another.
// params: dataset (text), here (text), there (text)
// returns: step, from, from_title, from_level, to, to_title, to_level, evidence
MATCH (:Sector {dataset: $dataset, id: $here})<-[:IN_SECTOR]-(a:Position)-[s:STEP]->(b:Position)
WHERE b.sector = $there
RETURN s.id AS step, a.id AS from, a.title AS from_title, a.level AS from_level,
  b.id AS to, b.title AS to_title, b.level AS to_level, s.evidence AS evidence
ORDER BY step
