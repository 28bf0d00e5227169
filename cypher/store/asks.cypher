// Adds what matrices ask for to a dataset that is being loaded. Twice is the same as once.
// params: dataset (text), rows (list of [from, to, key, properties])
// returns: count
MATCH (d:PathwayDataset {id: $dataset, status: 'loading'})
SET d.touched_at = datetime()
WITH d
UNWIND $rows AS row
MATCH (a:PathwayRecord {dataset: $dataset, node: row[0]})
MATCH (b:PathwayRecord {dataset: $dataset, node: row[1]})
MERGE (a)-[r:ASKS {key: row[2]}]->(b)
ON CREATE SET r += row[3]
RETURN count(r) AS count
