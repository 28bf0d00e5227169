// Finds positions, sectors and concepts by the words of their titles and other names.
// params: none
// returns: none
CREATE FULLTEXT INDEX pathways_names IF NOT EXISTS
FOR (n:Position|Sector|Concept) ON EACH [n.title, n.aliases]
