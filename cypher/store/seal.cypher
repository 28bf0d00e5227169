// Declares a dataset complete where it has as many nodes and relationships as were sent.
// params: dataset (text), nodes (integer), relationships (integer), groups (list of text), counts (list of integer)
// returns: status, nodes, relationships
MATCH (d:PathwayDataset {id: $dataset})
SET d.touched_at = datetime()
WITH d,
  COUNT { (:PathwayRecord {dataset: $dataset}) } AS nodes,
  COUNT { (:PathwayRecord {dataset: $dataset})-->() } AS relationships
SET d.nodes = $nodes, d.relationships = $relationships, d.groups = $groups, d.counts = $counts,
  d.status = CASE
    WHEN d.status = 'loading' AND nodes = $nodes AND relationships = $relationships THEN 'complete'
    ELSE d.status END
RETURN d.status AS status, nodes, relationships
