// Finds positions, sectors and concepts by words of their names, the best match first.
// The words are in the language of full-text queries: nursery~ also finds near spellings, nurs* what begins so.
// params: dataset (text), words (text), most (integer)
// returns: id, type, title, score
CALL db.index.fulltext.queryNodes('pathways_names', $words) YIELD node, score
WHERE node.dataset = $dataset
RETURN node.id AS id, node.type AS type, node.title AS title, score
ORDER BY score DESC, id LIMIT $most
