// Marks for deletion what is neither current nor previous, nor being loaded, and lists it.
// params: none
// returns: dataset
MATCH (p:PathwayCurrent {id: 'current'})
SET p.turn = coalesce(p.turn, 0) + 1
WITH p
MATCH (d:PathwayDataset)
WHERE NOT d.id IN [coalesce(p.dataset, ''), coalesce(p.previous, '')]
  AND (d.status IN ['complete', 'deleting'] OR d.touched_at < datetime() - duration({hours: 1}))
SET d.status = 'deleting'
RETURN d.id AS dataset ORDER BY dataset
