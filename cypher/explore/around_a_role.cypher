// Draws the steps around a position, and the sectors they join; change the id to ask of another.
// params: none
// returns: step, sector
MATCH (now:PathwayCurrent)
MATCH step = (:Position {dataset: now.dataset, id: 'nursery-manager'})-[:STEP]-(p:Position)
MATCH sector = (p)-[:IN_SECTOR]->(:Sector)
RETURN step, sector
