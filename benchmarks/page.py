"""What a click on each page costs the server, and how much memory the process holds."""

from __future__ import annotations

import random
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.report import Table, median, milliseconds, number, quantile
from benchmarks.server import Server, serving
from benchmarks.visitor import Visitor, run_alone, visiting

ASK = "How do I get from L3 childcare to L4?"
HOME = ""
ROUNDS, QUICK_ROUNDS = 15, 1
MOST = 0.3
"""The goal: the seconds of server time in which a click is answered."""

MOST_WIDGETS = 12
"""How many different widgets of a page are used in a round."""


@dataclass(frozen=True)
class Click:
    """One thing done on a page: seconds of the server's processor time, seconds until it was answered."""

    page: str
    what: str
    cpu: float
    wall: float
    received: int


def run(quick: bool) -> Table:
    """Open every page and use what is on it, one click after the other."""
    rounds = QUICK_ROUNDS if quick else ROUNDS
    with serving() as server:
        clicks, memory = run_alone(visit(server, rounds))
    return table(clicks, memory, rounds)


async def visit(server: Server, rounds: int) -> tuple[list[Click], tuple[float, float, float]]:
    """Visit each page so many times; return every click, and the memory at start, early on and at the end."""
    clicks: list[Click] = []
    chance = random.Random(1)
    at_start = server.memory()
    async with visiting(server.address) as visitor:
        clicks.append(await _timed(server, visitor, "first visit", "open", visitor.open()))
        clicks.append(await _timed(server, visitor, "first visit", "first answer", visitor.press(ASK)))
        after_first = server.memory()
        for _ in range(rounds):
            clicks += await _answer(server, visitor, chance)
            for page in [each for each in visitor.pages if each != HOME]:
                clicks.append(await _timed(server, visitor, page, "open", visitor.open(page)))
                clicks += await _use(server, visitor, page, chance)
    return clicks, (at_start, after_first, server.memory())


async def _answer(server: Server, visitor: Visitor, chance: random.Random) -> list[Click]:
    """Open the home page, ask, and use what stands with the answer."""
    page = "find a route"
    opened = await _timed(server, visitor, page, "open", visitor.open(HOME))
    asked = await _timed(server, visitor, page, "ask", visitor.press(ASK))
    answer = visitor.query
    again = await _timed(server, visitor, page, "open a link", visitor.open(HOME, answer))
    return [opened, asked, again, *await _use(server, visitor, page, chance)]


async def _use(server: Server, visitor: Visitor, page: str, chance: random.Random) -> list[Click]:
    """Use every widget that the page has now, as long as it is there."""
    clicks = []
    for name, widget in list(visitor.widgets.items())[:MOST_WIDGETS]:
        if name in visitor.widgets:
            clicks.append(await _timed(server, visitor, page, widget.name, visitor.use(widget, chance)))
    return clicks


async def _timed(
    server: Server, visitor: Visitor, page: str, what: str, answered: Coroutine[Any, Any, float]
) -> Click:
    cpu, received = server.cpu(), visitor.received
    wall = await answered
    return Click(page, what, server.cpu() - cpu, wall, visitor.received - received)


def table(clicks: Sequence[Click], memory: tuple[float, float, float], rounds: int) -> Table:
    """Put clicks into a table, page by page."""
    pages = list(dict.fromkeys(each.page for each in clicks))
    rows, slow = [], []
    for page in pages:
        here = [each for each in clicks if each.page == page]
        cpu, wall = [each.cpu for each in here], [each.wall for each in here]
        slowest = max(here, key=lambda each: each.cpu)
        rows.append(
            (
                page, str(len(here)), milliseconds(median(cpu)), milliseconds(quantile(cpu, 0.95)),
                milliseconds(median(wall)), milliseconds(quantile(wall, 0.95)),
                f"{slowest.what}: {milliseconds(slowest.cpu)}",
                number(median([each.received for each in here]) / 1000),
            )
        )  # fmt: skip
        if page != pages[0] and quantile(cpu, 0.95) > MOST:
            slow.append(page)
    met = f"not met on {', '.join(slow)}" if slow else "met on each"
    return Table(
        name="page",
        title="A click on a page",
        method=(
            "One visitor over the websocket, one click after the other, on `pathways app` as it ships: "
            f"{rounds} times to each page, where every widget is used once. Processor time is that of the "
            "server; wall time is from sending the click until the page is whole."
        ),
        columns=("page", "clicks", "CPU ms", "p95", "wall ms", "p95", "dearest", "kB sent"),
        rows=tuple(rows),
        notes=(
            f"Memory of the process: {number(memory[0])} MiB when it listens, {number(memory[1])} MiB after "
            f"the first answer, {number(memory[2])} MiB after all {len(clicks)} clicks.",
        ),
        goals=(f"A click is answered in at most {MOST * 1000:g} ms of server time (CPU, p95): {met}.",),
    )
