// Says which dataset is current.
// params: none
// returns: dataset, name, loaded_at, hash, format, groups, counts
MATCH (p:PathwayCurrent {id: 'current'})
MATCH (d:PathwayDataset {id: p.dataset})
RETURN p.dataset AS dataset, p.name AS name, p.loaded_at AS loaded_at,
  d.hash AS hash, d.format AS format, d.groups AS groups, d.counts AS counts
