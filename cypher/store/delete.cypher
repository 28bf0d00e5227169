// Deletes some nodes of a dataset that is marked for it, with their relationships.
// params: dataset (text), size (integer)
// returns: count
MATCH (d:PathwayDataset {id: $dataset, status: 'deleting'})
SET d.touched_at = datetime()
WITH d
MATCH (n:PathwayRecord {dataset: $dataset})
WITH n LIMIT $size
DETACH DELETE n
RETURN count(*) AS count
