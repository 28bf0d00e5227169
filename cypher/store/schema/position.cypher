// Finds a position by its id.
// params: none
// returns: none
CREATE INDEX pathways_position IF NOT EXISTS
FOR (n:Position) ON (n.dataset, n.id)
