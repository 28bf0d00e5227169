// Lists what a step asks for beyond the rows that it carries. Its alternatives are in `any_of` of steps_from.
// params: dataset (text), step (text)
// returns: requirement, kind, weight, statement, concept
MATCH (:Position)-[s:STEP {dataset: $dataset, id: $step}]->(:Position)
WITH coalesce(s.aspiration, []) + coalesce(s.awareness, []) + coalesce(s.attainment, []) AS essential,
  coalesce(s.helps, []) AS helps
UNWIND [id IN essential | [id, 'essential']] + [id IN helps | [id, 'helps']] AS asked
MATCH (r:Requirement {dataset: $dataset, id: asked[0]})
RETURN r.id AS requirement, r.kind AS kind, asked[1] AS weight, r.statement AS statement, r.concept AS concept
ORDER BY kind, weight, requirement
