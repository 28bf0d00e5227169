// Makes sure that a dataset is there once.
// params: none
// returns: none
CREATE CONSTRAINT pathways_dataset IF NOT EXISTS
FOR (d:PathwayDataset) REQUIRE d.id IS UNIQUE
