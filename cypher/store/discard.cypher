// Marks for deletion a dataset that was begun and does not add up.
// params: dataset (text)
// returns: count
MATCH (d:PathwayDataset {id: $dataset, status: 'loading'})
SET d.status = 'deleting'
RETURN count(d) AS count
