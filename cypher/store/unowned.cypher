// Lists the indexes that a constraint of ours was to own, had its creation not been cut short.
// params: none
// returns: name
SHOW RANGE INDEXES YIELD name, owningConstraint
WHERE name IN ['pathways_current', 'pathways_dataset', 'pathways_record', 'pathways_step'] AND owningConstraint IS NULL
RETURN name
