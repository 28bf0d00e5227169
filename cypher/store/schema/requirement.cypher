// Finds a requirement by its id.
// params: none
// returns: none
CREATE INDEX pathways_requirement IF NOT EXISTS
FOR (n:Requirement) ON (n.dataset, n.id)
