// Lists every dataset that is held, and what it is: current, previous or neither.
// params: none
// returns: dataset, hash, format, status, nodes, relationships, role
OPTIONAL MATCH (p:PathwayCurrent {id: 'current'})
MATCH (d:PathwayDataset)
RETURN d.id AS dataset, d.hash AS hash, d.format AS format, d.status AS status,
  d.nodes AS nodes, d.relationships AS relationships,
  CASE d.id WHEN p.dataset THEN 'current' WHEN p.previous THEN 'previous' ELSE null END AS role
ORDER BY dataset
