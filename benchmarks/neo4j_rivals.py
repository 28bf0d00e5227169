"""What one does on a Neo4j server without this program: load row by row, read plainly, search in Cypher."""

from __future__ import annotations

import time
from collections.abc import Iterable
from itertools import islice
from typing import Any

from neo4j import Driver, GraphDatabase, Query
from neo4j.exceptions import ClientError

from graph_loader.flat import to_properties
from graph_loader.graph import list_edges, list_records
from graph_loader.neo4j_settings import Neo4jSettings
from pathways.catalogue import Catalogue

LIMIT = 20.0
"""Seconds that a search in Cypher may take; one that takes longer counts as so long."""

MERGE_NODE = "MERGE (n:PlainRecord {id: $id}) SET n += $properties"
MERGE_STEP = """\
MATCH (a:PlainRecord {id: $start}) MATCH (b:PlainRecord {id: $end})
MERGE (a)-[s:PLAIN_STEP {id: $id}]->(b) SET s += $properties"""
READ_NODES = "MATCH (n:PathwayRecord {dataset: $dataset}) RETURN n.type, properties(n)"
READ_STEPS = "MATCH (a)-[s:STEP {dataset: $dataset}]->(b) RETURN a.id, b.id, properties(s)"

BY_STEPS = """\
MATCH p = SHORTEST 10 (
  (a:PathwayRecord {dataset: $dataset, node: $start}) ((x)-[:STEP]->()){1,12}
  (b:PathwayRecord {dataset: $dataset, node: $goal})
  WHERE all(i IN range(0, size(x) - 1) WHERE NOT x[i] IN x[i + 1..]) AND NOT b IN x
)
RETURN length(p) AS total ORDER BY total"""
BY_STEPS_LOOSELY = """\
MATCH p = SHORTEST 10 (a:PathwayRecord {dataset: $dataset, node: $start})-[:STEP]->{1,12}
  (b:PathwayRecord {dataset: $dataset, node: $goal})
RETURN length(p) AS total ORDER BY total"""
BY_MONTHS = """\
MATCH (a:PathwayRecord {{dataset: $dataset, node: $start}})
MATCH (b:PathwayRecord {{dataset: $dataset, node: $goal}})
MATCH (a)-[steps:STEP]->{{1,{most}}}(b)
RETURN reduce(months = 0, step IN steps | months + step.months) AS total ORDER BY total LIMIT 10"""


def connect(settings: Neo4jSettings) -> Driver:
    """Return a driver as anybody would open one."""
    return GraphDatabase.driver(
        settings.uri, auth=(settings.username, settings.password), notifications_min_severity="OFF"
    )


def load_row_by_row(driver: Driver, catalogue: Catalogue, nodes: int, steps: int) -> tuple[float, float]:
    """MERGE some nodes and some steps, a transaction each; return the seconds for a node and for a step."""
    driver.execute_query("CREATE CONSTRAINT plain_record FOR (n:PlainRecord) REQUIRE n.id IS UNIQUE")
    positions = [row for row in list_records(catalogue) if row[1] in ("Qualification", "JobRole")][:nodes]
    known = {node for node, _, _ in positions}
    edges = (row for row in list_edges(catalogue) if row[3]["type"] == "STEP" and {row[0], row[1]} <= known)
    with driver.session() as session:

        def merge(query: str, rows: Iterable[dict[str, Any]]) -> float:
            count, began = 0, time.perf_counter()
            for count, row in enumerate(rows, 1):  # noqa: B007 - how many there were
                session.run(query, row).consume()
            return (time.perf_counter() - began) / max(count, 1)

        a_node = merge(
            MERGE_NODE, [{"id": node, "properties": to_properties(more)} for node, _, more in positions]
        )
        rows = [
            {"start": start, "end": end, "id": key, "properties": to_properties(more)}
            for start, end, key, more in islice(edges, steps)
        ]
        a_step = merge(MERGE_STEP, rows)
    while driver.execute_query(
        "MATCH (n:PlainRecord) WITH n LIMIT 2000 DETACH DELETE n RETURN count(*) AS n"
    ).records[0]["n"]:
        pass
    driver.execute_query("DROP CONSTRAINT plain_record")
    return a_node, a_step


def read_plainly(driver: Driver, dataset: str) -> tuple[float, list[Any]]:
    """Read every node and every step with all their properties; return the seconds and the rows."""
    began = time.perf_counter()
    with driver.session() as session:
        rows = [row for query in (READ_NODES, READ_STEPS) for row in session.run(query, dataset=dataset)]
    return time.perf_counter() - began, rows


def totals(driver: Driver, query: str, dataset: str, start: str, goal: str) -> tuple[float, list[int] | None]:
    """Return the seconds that a search takes, and the totals found; None where it took too long."""
    began = time.perf_counter()
    try:
        with driver.session() as session:
            asked = Query(query, timeout=LIMIT)  # type: ignore[arg-type]
            found = [row["total"] for row in session.run(asked, dataset=dataset, start=start, goal=goal)]
    except ClientError as fault:
        if "TimedOut" not in str(fault.code):
            raise
        return LIMIT, None
    return time.perf_counter() - began, found
