// Makes sure that there is one pointer to what is current.
// params: none
// returns: none
CREATE CONSTRAINT pathways_current IF NOT EXISTS
FOR (p:PathwayCurrent) REQUIRE p.id IS UNIQUE
