// Lists the job roles with recorded steps into most other sectors.
// params: none
// returns: id, title, level, sector, sectors, steps
MATCH (now:PathwayCurrent)
MATCH (r:JobRole {dataset: now.dataset})-[s:STEP]->(p:Position)
WHERE p.sector <> r.sector
WITH r, collect(DISTINCT p.sector) AS sectors, count(s) AS steps
RETURN r.id AS id, r.title AS title, r.level AS level, r.sector AS sector, sectors, steps
ORDER BY size(sectors) DESC, steps DESC, id LIMIT 25
