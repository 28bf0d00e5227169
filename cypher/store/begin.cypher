// Begins to load a dataset, goes on with one begun before, or says that it is there already.
// params: dataset (text), hash (text), format (integer)
// returns: status
MERGE (d:PathwayDataset {id: $dataset})
ON CREATE SET d.status = 'loading', d.hash = $hash, d.format = $format
SET d.touched_at = datetime()
RETURN d.status AS status
