"""The network as data: places and steps as nodes and edges made by pyvis, at points of our own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from explorer.drawings.lettering import wrap
from explorer.drawings.network_layout import SPACE, Band, Column, Layout, lay_out
from explorer.drawings.network_nearby import nearby
from explorer.drawings.tones import tone_of
from explorer.words import position_in_full, position_name, sector_name
from pathways.catalogue import Catalogue
from pathways.model import JobRole
from pathways.requirements import closed_step

MOST = 300
"""How many places are drawn at once. More cannot be told apart."""

LABEL_WIDTH, LABEL_SIZE, LABEL_LINES = 132.0, 12.5, 3

JOB, QUALIFICATION = "job", "qualification"
SHAPES = {JOB: "square", QUALIFICATION: "dot"}
SIZE, SIZE_OF_STOP = 13, 20
THIN, THICK = 1.4, 11.0
ACROSS = {"type": "cubicBezier", "forceDirection": "vertical", "roundness": 0.45}
AROUND = {"type": "curvedCW", "roundness": 0.18}
"""How lines bend: from level to level, and round what stands in one line with both ends."""


@dataclass(frozen=True, slots=True)
class Node:
    """A place: where it stands, what it is called, and `told`, all that there is to say of it in a line.

    `number` counts the stops of a route. `label` is the title in lines.
    """

    id: str
    title: str
    told: str
    kind: str
    tone: int
    x: float
    y: float
    label: tuple[str, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """All steps from one place to another: on the route or not, closed on the day asked or not."""

    start: str
    end: str
    on_route: bool
    closed: bool


@dataclass(frozen=True)
class Network:
    """Everything there is to draw. The nodes come in order of id, the edges by their ends.

    `as_of` is the day that decides which steps are closed. `note` is a sentence that says what was left
    out, where not all is drawn.
    """

    name: str
    as_of: date
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    bands: tuple[Band, ...]
    columns: tuple[Column, ...]
    width: float
    height: float
    note: str | None = None

    def to_data(self) -> dict[str, Any]:
        """Return the network as what JSON can hold: pyvis's nodes, edges and options, and what we add."""
        return self._data

    @cached_property
    def _data(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "width": self.width,
            "height": self.height,
            "places": [_place_data(each) for each in self.nodes],
            "bands": [asdict(each) for each in self.bands],
            "columns": [asdict(each) for each in self.columns],
            **_drawn_by_pyvis(self.nodes, self.edges),
        }


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a network is built from. Equal data, places, route and day give the same network."""

    content_hash: str
    positions: tuple[str, ...]
    asked: tuple[str, ...]
    route: tuple[str, ...]
    as_of: date
    most: int
    catalogue: Catalogue = field(compare=False)


def build_network(
    catalogue: Catalogue,
    positions: Iterable[str],
    as_of: date,
    *,
    selected: str | None = None,
    route: Sequence[str] = (),
) -> Network:
    """Build the network of some positions and of every step between them, or return it where it was built.

    `route` are the positions of a route, which are drawn whatever `positions` holds. Steps that are closed on
    `as_of` are marked as such. Of more than `MOST` positions those nearest to the route and to `selected`
    are drawn, and `note` says so; of fewer, all, and `selected` changes nothing.
    """
    every = tuple(sorted({*positions, *route}))
    crowded = len(every) > MOST
    asked = tuple(dict.fromkeys((*route, *([selected] if selected in every else [])))) if crowded else ()
    return _build(_Asked(catalogue.content_hash, every, asked, tuple(route), as_of, MOST, catalogue))


@lru_cache(maxsize=32)
def _build(asked: _Asked) -> Network:
    catalogue = asked.catalogue
    drawn = nearby(asked.positions, asked.asked, catalogue, asked.most)
    layout = lay_out(drawn, catalogue)
    numbers = {each: number for number, each in enumerate(asked.route, 1)}
    return Network(
        name=_name(asked),
        as_of=asked.as_of,
        nodes=tuple(_node(each, layout, numbers.get(each), catalogue) for each in drawn),
        edges=_edges(drawn, asked.route, asked.as_of, catalogue),
        bands=layout.bands,
        columns=layout.columns,
        width=layout.width,
        height=layout.height,
        note=_note(asked, len(drawn)),
    )


def _name(asked: _Asked) -> str:
    if not asked.route:
        return "Network of places and the steps between them"
    start, goal = (position_name(each, asked.catalogue) for each in (asked.route[0], asked.route[-1]))
    return f"Network with the route from {start} to {goal}"


def _note(asked: _Asked, drawn: int) -> str | None:
    every = len(asked.positions)
    if drawn == every:
        return None
    if asked.route:
        near = "nearest to the route"
    elif asked.asked:
        near = f"nearest to {position_name(asked.asked[0], asked.catalogue)}"
    else:
        near = "nearest to where most steps meet"
    return f"{every:,} places are too many to draw at once, so these are the {drawn} {near}."


def _node(position_id: str, layout: Layout, number: int | None, catalogue: Catalogue) -> Node:
    position = catalogue.position_by_id[position_id]
    x, y = layout.points[position_id]
    return Node(
        id=position_id,
        title=position.title,
        told=f"{position_in_full(position_id, catalogue)}, {sector_name(position.sector, catalogue)}",
        kind=JOB if isinstance(position, JobRole) else QUALIFICATION,
        tone=tone_of(position.sector, catalogue),
        x=x,
        y=y,
        label=wrap(position.title, LABEL_WIDTH, LABEL_SIZE, LABEL_LINES),
        number=number,
    )


def _edges(drawn: Sequence[str], route: Sequence[str], as_of: date, catalogue: Catalogue) -> tuple[Edge, ...]:
    among, taken = set(drawn), set(pairwise(route))
    open_by_ends: dict[tuple[str, str], bool] = {}
    for step in catalogue.steps:
        if step.from_id in among and step.to_id in among:
            ends = (step.from_id, step.to_id)
            is_open = closed_step(step, catalogue.position_by_id[step.to_id], as_of) is None
            open_by_ends[ends] = open_by_ends.get(ends, False) or is_open
    return tuple(
        Edge(start, end, (start, end) in taken, not is_open)
        for (start, end), is_open in sorted(open_by_ends.items())
    )


def _place_data(node: Node) -> dict[str, Any]:
    said = ("id", "title", "told", "tone", "x", "y", "label", "number")
    return {name: getattr(node, name) for name in said}


def _drawn_by_pyvis(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, Any]:
    """Return the nodes, edges and options that pyvis makes. A node's id is its place among the nodes.

    pyvis gives every node a colour of its own unless it is in a group; ours are named by kind and tone, and
    coloured where they are drawn, since only there it is known whether the page is light or dark.
    """
    # Imported late: it brings IPython with it, 0.4 s that nothing else needs.
    from pyvis.network import Network as Pyvis  # type: ignore[import-untyped]

    made = Pyvis(directed=True)
    for number, node in enumerate(nodes):
        made.add_node(
            number,
            label=node.title or " ",
            shape=SHAPES[node.kind],
            group=f"{node.kind}-{node.tone}",
            size=SIZE_OF_STOP if node.number else SIZE,
            x=node.x,
            y=node.y,
        )
    place = {node.id: number for number, node in enumerate(nodes)}
    for edge in edges:
        start, end = place[edge.start], place[edge.end]
        made.add_edge(
            start,
            end,
            width=THICK if edge.on_route else THIN,
            **({"dashes": True} if edge.closed else {}),
            **({"smooth": AROUND} if _in_line(nodes[start], nodes[end]) else {}),
        )
    made.toggle_physics(False)
    drawn_nodes, drawn_edges, _, _, _, options = made.get_network_data()
    return {
        "nodes": drawn_nodes,
        "edges": drawn_edges,
        "options": {**json.loads(options), "edges": {"smooth": ACROSS}},
    }


def _in_line(start: Node, end: Node) -> bool:
    """Say whether a line would run along a row or a column, and through what stands there."""
    return start.y == end.y or abs(start.x - end.x) <= SPACE / 2
