"""Many people at once on one process: each asks, chooses a route, changes something and looks around."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from benchmarks.report import Table, milliseconds, number, quantile
from benchmarks.server import Server, serving
from benchmarks.visitor import PageFailed, Visitor, run_alone, visiting

SESSIONS, QUICK_SESSIONS = 100, 3
ASKED = (
    "How do I get from L3 childcare to L4?",
    "I have no qualifications. How do I become an electrician?",
    "What can I do next with A levels?",
)
CLICKS = 4
"""How many clicks follow the choice of a route."""

THINKING = 5.0
"""Seconds that a person thinks between clicks, on average."""

OPENING = 20.0
"""Seconds over which all come."""


@dataclass
class Count:
    """What the visitors met."""

    opened: list[float] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)
    clicked: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    done: int = 0
    here: int = 0
    most_here: int = 0


def run(quick: bool) -> Table:
    """Let them come, and count."""
    sessions = QUICK_SESSIONS if quick else SESSIONS
    pace = 0.02 if quick else 1.0
    with serving() as server:
        before = server.memory()
        count = Count()
        busy, most = run_alone(everyone(server, sessions, pace, count))
        return table(count, sessions, pace, busy, (before, most, server.memory()))


async def everyone(server: Server, sessions: int, pace: float, count: Count) -> tuple[float, float]:
    """Let so many visit; return the seconds of the server's processor time, and its memory at most."""
    cpu, most = server.cpu(), [server.memory()]
    watching = asyncio.create_task(_watch(server, most))
    await asyncio.gather(*(_visit(server, number_, sessions, pace, count) for number_ in range(sessions)))
    watching.cancel()
    return server.cpu() - cpu, max(most)


async def _watch(server: Server, most: list[float]) -> None:
    while True:
        most.append(server.memory())
        await asyncio.sleep(0.25)


async def _visit(server: Server, name: int, sessions: int, pace: float, count: Count) -> None:
    """Be one person: come, ask, choose another route, click, leave."""
    chance = random.Random(name)
    await asyncio.sleep(OPENING * pace * name / sessions)
    try:
        async with visiting(server.address) as visitor:
            count.here += 1
            count.most_here = max(count.most_here, count.here)
            try:
                count.opened.append(await visitor.open())
                await _think(chance, pace)
                count.asked.append(await visitor.press(ASKED[name % len(ASKED)]))
                await _think(chance, pace)
                count.clicked.append(await visitor.open("", other_route(visitor)))
                for _ in range(CLICKS):
                    await _think(chance, pace)
                    widget = chance.choice(list(visitor.widgets.values()))
                    count.clicked.append(await visitor.use(widget, chance))
                count.done += 1
            finally:
                count.here -= 1
    except TimeoutError:
        count.errors["no answer in time"] += 1
    except PageFailed as error:
        count.errors[f"the page said: {error}"] += 1
    except Exception as error:
        count.errors[type(error).__name__] += 1


def other_route(visitor: Visitor) -> str:
    """Return the address of the second route that the page shows. Raises PageFailed where it shows none."""
    for held in visitor.components:
        options = json.loads(held).get("cards", ()) if held else ()
        if len(options) > 1:
            return urlencode([*parse_qsl(visitor.query), ("route", options[1]["id"])])
    raise PageFailed("there is no second route")


async def _think(chance: random.Random, pace: float) -> None:
    await asyncio.sleep(chance.expovariate(1 / (THINKING * pace)))


def table(count: Count, sessions: int, pace: float, busy: float, memory: tuple[float, float, float]) -> Table:
    """Put what the visitors met into a table."""
    rows = [
        (
            name,
            str(len(times)),
            *(milliseconds(quantile(times, share)) if times else "-" for share in (0.5, 0.95, 0.99)),
            milliseconds(max(times, default=0)),
        )
        for name, times in (
            ("open the page", count.opened),
            ("ask a question", count.asked),
            ("choose, change, look", count.clicked),
        )
    ]
    runs = len(count.opened) + len(count.asked) + len(count.clicked)
    errors = sum(count.errors.values())
    told = "; ".join(f"{number_} times {name}" for name, number_ in count.errors.most_common(5))
    return Table(
        name="sessions",
        title="Many people at once",
        method=(
            f"{sessions} sessions on one process of `pathways app`, all come within {OPENING * pace:g} s: "
            f"each opens the page, asks, chooses another route and clicks {CLICKS} times, thinking "
            f"{THINKING * pace:g} s on average. Wall time as each of them meets it, with the visitors on the "
            "machine of the server."
        ),
        columns=("what", "runs", "p50 ms", "p95", "p99", "most"),
        rows=tuple(rows),
        notes=(
            f"At most {count.most_here} were there at once. {count.done} of {sessions} did all they wanted, "
            f"with {errors} errors{f' ({told})' if told else ''}.",
            f"Processor time of the server: {milliseconds(busy / max(1, runs))} ms a run. Memory: "
            f"{number(memory[0])} MiB before, {number(memory[1])} at most, {number(memory[2])} after.",
        ),
        goals=(f"{sessions} sessions on one process stay answered: {'not met' if errors else 'met'}.",),
    )
