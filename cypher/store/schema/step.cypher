// Makes sure that a dataset has each step once, and finds it.
// params: none
// returns: none
CREATE CONSTRAINT pathways_step IF NOT EXISTS
FOR ()-[s:STEP]-() REQUIRE (s.dataset, s.id) IS UNIQUE
