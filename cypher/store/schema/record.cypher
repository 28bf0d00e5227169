// Makes sure that a dataset has each node once, and finds it.
// params: none
// returns: none
CREATE CONSTRAINT pathways_record IF NOT EXISTS
FOR (n:PathwayRecord) REQUIRE (n.dataset, n.node) IS UNIQUE
