// Lists the steps that lead into a position. Alternatives, waivers and conditions are JSON texts.
// params: dataset (text), position (text)
// returns: step, from, title, level, sector, months, evidence, any_of, waives, conditions
MATCH (p:Position)-[s:STEP]->(:Position {dataset: $dataset, id: $position})
RETURN s.id AS step, p.id AS from, p.title AS title, p.level AS level, p.sector AS sector,
  s.months AS months, s.evidence AS evidence, s.any_of AS any_of, s.waives AS waives,
  s.conditions AS conditions
ORDER BY step
