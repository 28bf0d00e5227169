// Counts the recorded steps from one sector to another, by what stands behind them.
// params: none
// returns: from, to, evidence, steps
MATCH (now:PathwayCurrent)
MATCH (a:Position)-[s:STEP {dataset: now.dataset}]->(b:Position)
WHERE a.sector <> b.sector
RETURN a.sector AS from, b.sector AS to, s.evidence AS evidence, count(*) AS steps
ORDER BY steps DESC, from, to, evidence
