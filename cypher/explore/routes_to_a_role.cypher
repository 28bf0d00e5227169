// Draws the five routes with the fewest steps between two positions; change the two ids to ask of others.
// Paths that meet a position twice are not counted among the five.
// params: none
// returns: route
MATCH (now:PathwayCurrent)
MATCH (a:Position {dataset: now.dataset, id: 'statutory-schooling'})
MATCH (b:Position {dataset: now.dataset, id: 'nursery-manager'})
MATCH SHORTEST 5 (route = (a)-[:STEP]->{1,12}(b)
  WHERE all(n IN nodes(route) WHERE single(m IN nodes(route) WHERE m = n)))
RETURN route
