// Finds the ten paths with the fewest steps between two positions; dates and requirements play no part.
// SHORTEST keeps relationships distinct, not positions: a path that meets a position twice is left out
// before it is counted as one of the ten. Which of equally long paths come first is the server's choice.
// params: dataset (text), start (text), goal (text)
// returns: length, positions, steps
MATCH (a:Position {dataset: $dataset, id: $start})
MATCH (b:Position {dataset: $dataset, id: $goal})
MATCH SHORTEST 10 (path = (a)-[:STEP]->{1,12}(b)
  WHERE all(n IN nodes(path) WHERE single(m IN nodes(path) WHERE m = n)))
RETURN length(path) AS length, [n IN nodes(path) | n.id] AS positions, [s IN relationships(path) | s.id] AS steps
ORDER BY length, steps
