// Drops an index by its name.
// params: name (text)
// returns: none
DROP INDEX $name IF EXISTS
