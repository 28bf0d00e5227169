// Finds a level by its id.
// params: none
// returns: none
CREATE INDEX pathways_level IF NOT EXISTS
FOR (n:Level) ON (n.dataset, n.id)
