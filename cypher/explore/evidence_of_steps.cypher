// Counts the steps into each sector by what stands behind them.
// params: none
// returns: sector, evidence, steps
MATCH (now:PathwayCurrent)
MATCH (:Position)-[s:STEP {dataset: now.dataset}]->(p:Position)
RETURN p.sector AS sector, s.evidence AS evidence, count(*) AS steps
ORDER BY sector, steps DESC, evidence
