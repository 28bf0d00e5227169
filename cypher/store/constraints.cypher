// Lists what is kept unique, to know before a load that its keys are there.
// params: none
// returns: names, properties
SHOW UNIQUENESS CONSTRAINTS YIELD labelsOrTypes, properties
RETURN labelsOrTypes AS names, properties
