// Finds a node that is not ours, if there is one.
// params: none
// returns: labels
MATCH (n:!PathwayRecord&!PathwayDataset&!PathwayCurrent)
RETURN labels(n) AS labels LIMIT 1
