// Adds nodes of one type to a dataset that is being loaded. Twice is the same as once.
// params: dataset (text), type (text), rows (list of [node, id, properties])
// returns: count
MATCH (d:PathwayDataset {id: $dataset, status: 'loading'})
SET d.touched_at = datetime()
WITH d
UNWIND $rows AS row
MERGE (n:PathwayRecord {dataset: $dataset, node: row[0]})
ON CREATE SET n += row[2], n.id = row[1], n.type = $type
FOREACH (_ IN CASE $type WHEN 'Level' THEN [1] ELSE [] END | SET n:Level)
FOREACH (_ IN CASE $type WHEN 'Sector' THEN [1] ELSE [] END | SET n:Sector)
FOREACH (_ IN CASE $type WHEN 'Qualification' THEN [1] ELSE [] END | SET n:Position:Qualification)
FOREACH (_ IN CASE $type WHEN 'JobRole' THEN [1] ELSE [] END | SET n:Position:JobRole)
FOREACH (_ IN CASE $type WHEN 'Requirement' THEN [1] ELSE [] END | SET n:Requirement)
FOREACH (_ IN CASE $type WHEN 'Concept' THEN [1] ELSE [] END | SET n:Concept)
FOREACH (_ IN CASE $type WHEN 'Activity' THEN [1] ELSE [] END | SET n:Activity)
FOREACH (_ IN CASE $type WHEN 'Prompt' THEN [1] ELSE [] END | SET n:Prompt)
FOREACH (_ IN CASE $type WHEN 'Source' THEN [1] ELSE [] END | SET n:Source)
RETURN count(n) AS count
