// Reads a page of the steps, a list for each property; from_id and to_id are the ends.
// params: dataset (text), first (text), size (integer), fields (list of text)
// returns: field, values
MATCH (a:PathwayRecord)-[s:STEP {dataset: $dataset}]->(b:PathwayRecord)
WHERE s.id >= $first
WITH a, s, b ORDER BY s.dataset, s.id LIMIT $size
WITH collect(s) AS page, collect(a.id) AS starts, collect(b.id) AS ends
UNWIND $fields AS field
RETURN field,
  CASE field WHEN 'from_id' THEN starts WHEN 'to_id' THEN ends ELSE [s IN page | s[field]] END AS values
