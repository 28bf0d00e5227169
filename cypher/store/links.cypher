// Adds relationships of which there is one between two nodes. Twice is the same as once.
// params: dataset (text), type (text), rows (list of [from, to, key, properties])
// returns: count
MATCH (d:PathwayDataset {id: $dataset, status: 'loading'})
SET d.touched_at = datetime()
WITH d
UNWIND $rows AS row
MATCH (a:PathwayRecord {dataset: $dataset, node: row[0]})
MATCH (b:PathwayRecord {dataset: $dataset, node: row[1]})
FOREACH (_ IN CASE $type WHEN 'NEXT_LEVEL' THEN [1] ELSE [] END | MERGE (a)-[:NEXT_LEVEL]->(b))
FOREACH (_ IN CASE $type WHEN 'AT_LEVEL' THEN [1] ELSE [] END | MERGE (a)-[:AT_LEVEL]->(b))
FOREACH (_ IN CASE $type WHEN 'IN_SECTOR' THEN [1] ELSE [] END | MERGE (a)-[:IN_SECTOR]->(b))
FOREACH (_ IN CASE $type WHEN 'ABOUT' THEN [1] ELSE [] END | MERGE (a)-[:ABOUT]->(b))
FOREACH (_ IN CASE $type WHEN 'BROADER' THEN [1] ELSE [] END | MERGE (a)-[:BROADER]->(b))
FOREACH (_ IN CASE $type WHEN 'GIVES' THEN [1] ELSE [] END | MERGE (a)-[:GIVES]->(b))
FOREACH (_ IN CASE $type WHEN 'DERIVED_FROM' THEN [1] ELSE [] END |
  MERGE (a)-[r:DERIVED_FROM]->(b) ON CREATE SET r += row[3])
RETURN count(*) AS count
