// Lists the qualifications that take no new starts today, with what came after them.
// params: none
// returns: id, title, level, sector, last_start, last_certification, successor, successor_title
MATCH (now:PathwayCurrent)
MATCH (q:Qualification {dataset: now.dataset})
WHERE q.last_start < date()
OPTIONAL MATCH (n:Qualification {dataset: q.dataset, id: q.successor})
RETURN q.id AS id, q.title AS title, q.level AS level, q.sector AS sector, q.last_start AS last_start,
  q.last_certification AS last_certification, n.id AS successor, n.title AS successor_title
ORDER BY last_start DESC, id
