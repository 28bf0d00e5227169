// Counts the records of each type, by what stands behind them.
// params: none
// returns: type, evidence, records
MATCH (now:PathwayCurrent)
MATCH (n:PathwayRecord {dataset: now.dataset})
RETURN n.type AS type, coalesce(n.evidence, 'not said of this type') AS evidence, count(*) AS records
ORDER BY type, records DESC, evidence
