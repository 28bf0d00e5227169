// Lists the steps that lead on from a position. Alternatives, waivers and conditions are JSON texts.
// params: dataset (text), position (text)
// returns: step, to, title, level, sector, months, evidence, any_of, waives, conditions
MATCH (:Position {dataset: $dataset, id: $position})-[s:STEP]->(p:Position)
RETURN s.id AS step, p.id AS to, p.title AS title, p.level AS level, p.sector AS sector, s.months AS months,
  s.evidence AS evidence, s.any_of AS any_of, s.waives AS waives, s.conditions AS conditions
ORDER BY step
