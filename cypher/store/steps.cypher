// Adds steps to a dataset that is being loaded. Twice is the same as once.
// params: dataset (text), rows (list of [from, to, key, properties])
// returns: count
MATCH (d:PathwayDataset {id: $dataset, status: 'loading'})
SET d.touched_at = datetime()
WITH d
UNWIND $rows AS row
MATCH (a:PathwayRecord {dataset: $dataset, node: row[0]})
MATCH (b:PathwayRecord {dataset: $dataset, node: row[1]})
MERGE (a)-[s:STEP {dataset: $dataset, id: row[2]}]->(b)
ON CREATE SET s += row[3]
RETURN count(s) AS count
