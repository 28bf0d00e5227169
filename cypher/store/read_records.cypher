// Reads a page of the records of a type, a list for each property.
// params: dataset (text), type (text), first (text), size (integer), fields (list of text)
// returns: field, values
MATCH (n:PathwayRecord {dataset: $dataset, type: $type})
WHERE n.id >= $first
WITH n ORDER BY n.dataset, n.type, n.id LIMIT $size
WITH collect(n) AS page
UNWIND $fields AS field
RETURN field, [n IN page | n[field]] AS values
