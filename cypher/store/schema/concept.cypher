// Finds a concept by its id.
// params: none
// returns: none
CREATE INDEX pathways_concept IF NOT EXISTS
FOR (n:Concept) ON (n.dataset, n.id)
