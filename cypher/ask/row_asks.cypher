// Lists what a row of a sector's matrix asks for: of people at a level, to move into a level.
// params: dataset (text), sector (text), at (text), into (text)
// returns: requirement, kind, weight, statement, concept, locator
MATCH (:Sector {dataset: $dataset, id: $sector})-[a:ASKS {at: $at, into: $into}]->(r:Requirement)
RETURN r.id AS requirement, a.kind AS kind, a.weight AS weight, r.statement AS statement,
  r.concept AS concept, a.locator AS locator
ORDER BY kind, locator, requirement
