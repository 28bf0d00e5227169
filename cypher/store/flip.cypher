// Makes a complete dataset the current one, and the current one the previous; no row where it is not complete.
// params: dataset (text), name (text), now (text)
// returns: name, loaded_at
MATCH (d:PathwayDataset {id: $dataset})
MERGE (p:PathwayCurrent {id: 'current'})
// A write takes the lock, so that what comes after sees no other flip and no clean-up half done.
SET p.turn = coalesce(p.turn, 0) + 1
WITH d, p WHERE d.status = 'complete'
WITH d, p, coalesce(p.dataset = d.id, false) AS held, coalesce(p.dataset = d.id AND p.name = $name, false) AS same
SET p.previous = CASE WHEN held THEN p.previous ELSE p.dataset END,
  p.loaded_at = CASE WHEN same THEN p.loaded_at ELSE $now END,
  p.dataset = d.id,
  p.name = $name
RETURN p.name AS name, p.loaded_at AS loaded_at
