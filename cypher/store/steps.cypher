// Adds steps to a dataset that is being loaded. Twice is the same as once.
// params: dataset (text), rows (list of {from, to, key, properties})
// returns: count
MATCH (d:PathwayDataset {id: $dataset, status: 'loading'})
SET d.touched_at = datetime()
WITH d
UNWIND $rows AS row
MATCH (a:PathwayRecord {dataset: $dataset, node: row.from})
MATCH (b:PathwayRecord {dataset: $dataset, node: row.to})
MERGE (a)-[s:STEP {dataset: $dataset, id: row.key}]->(b)
SET s += row.properties
RETURN count(s) AS count
