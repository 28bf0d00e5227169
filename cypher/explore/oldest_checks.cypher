// Lists the days on which sources were last checked, the oldest first, and how many records rest on them.
// params: none
// returns: checked_on, sources, records
MATCH (now:PathwayCurrent)
MATCH (o:Source {dataset: now.dataset})
RETURN o.checked_on AS checked_on, count(*) AS sources,
  sum(COUNT { (o)<-[:DERIVED_FROM]-(:PathwayRecord) }) AS records
ORDER BY checked_on
