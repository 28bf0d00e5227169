// Finds the records of a type in order of id.
// params: none
// returns: none
CREATE INDEX pathways_type IF NOT EXISTS
FOR (n:PathwayRecord) ON (n.dataset, n.type, n.id)
