// Finds a position by its id.
// params: dataset (text), position (text)
// returns: id, title, type, level, sector, summary, source, locator, evidence
MATCH (p:Position {dataset: $dataset, id: $position})
RETURN p.id AS id, p.title AS title, p.type AS type, p.level AS level, p.sector AS sector,
  p.summary AS summary, p.source AS source, p.locator AS locator, p.evidence AS evidence
