// Forgets a dataset that is marked for deletion and has no nodes left.
// params: dataset (text)
// returns: count
MATCH (d:PathwayDataset {id: $dataset, status: 'deleting'})
WHERE NOT EXISTS { (:PathwayRecord {dataset: $dataset}) }
DELETE d
RETURN count(*) AS count
