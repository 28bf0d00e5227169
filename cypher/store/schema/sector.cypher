// Finds a sector by its id.
// params: none
// returns: none
CREATE INDEX pathways_sector IF NOT EXISTS
FOR (n:Sector) ON (n.dataset, n.id)
