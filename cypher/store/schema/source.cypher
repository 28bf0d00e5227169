// Finds a source by its id.
// params: none
// returns: none
CREATE INDEX pathways_source IF NOT EXISTS
FOR (n:Source) ON (n.dataset, n.id)
