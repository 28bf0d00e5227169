"""From a question, or a query, to one frozen answer that the command line and the web page both show."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from types import MappingProxyType

from explorer.comparison import find_comparison
from explorer.moves import Moves, find_moves, find_re_entry
from explorer.sector_overlap import SectorOverlap
from explorer.words.unanswered import goal_not_said, with_no_start_said
from pathways.catalogue import Catalogue
from pathways.learner import NOBODY, Learner, Status
from pathways.limits import NO_LIMITS, Limits
from pathways.places import Place
from pathways.queries import MOST_STEPS, RouteQuery
from pathways.questions import Focus, Intent, Understood, Unsure, read_question
from pathways.results import (
    ClosedStep,
    NextStepsResult,
    NoRouteBecause,
    Prefer,
    RequirementsResult,
    Route,
    RouteResult,
)
from pathways.route_index import RouteIndex
from pathways.routes import find_next_steps, find_requirements, find_routes
from pathways.transfer_results import Transfer

Result = RouteResult | NextStepsResult | RequirementsResult | Moves | SectorOverlap

LOWEST = "U"
"""Where a person starts who does not say where they are."""


class ExitCode(IntEnum):
    """How a command ended. Staying where one is, and warnings alone, count as answered."""

    ANSWERED = 0
    BAD_DATA = 1
    NOT_UNDERSTOOD = 2
    NO_ROUTE = 3
    NO_STORE = 4


@dataclass(frozen=True, slots=True)
class Dataset:
    """Which data an answer was made from."""

    name: str
    hash: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. Holds either a `result`, or an `unsure` that says why there is none and what to ask.

    `understood` is what the question was read as: None where it was not understood. Its `start` is empty
    where none was said; `result.starts` are the positions the answer starts from. Where no route leads into
    another sector, `re_entry` is what moving there comes to. Ids point into the catalogue the answer was
    made from.
    """

    question: str | None
    as_of: date
    dataset: Dataset
    understood: Understood | None
    result: Result | None
    unsure: Unsure | None
    re_entry: Transfer | None = None

    @property
    def exit_code(self) -> ExitCode:
        """What the command line ends with."""
        if self.result is None:
            return ExitCode.NOT_UNDERSTOOD
        match self.result:
            case Moves(refused=refused):
                answered = not refused
            case SectorOverlap():
                answered = True
            case NextStepsResult(steps=steps, staying=staying):
                answered = bool(steps or staying)
            case _:
                answered = bool(self.routes)
        return ExitCode.ANSWERED if answered else ExitCode.NO_ROUTE

    @property
    def routes(self) -> tuple[Route, ...]:
        """The routes, next steps or ways of the answer, best first; of a move the way to what was named."""
        match self.result:
            case RouteResult(routes=routes) | NextStepsResult(steps=routes) | RequirementsResult(ways=routes):
                return routes
            case Moves(way=way):
                return (way,) if way else ()
            case _:
                return ()

    @property
    def closed(self) -> tuple[ClosedStep, ...]:
        """The closed steps to tell of beside the routes; a refusal tells of its own."""
        match self.result:
            case RouteResult(no_route=None, closed=closed) | NextStepsResult(closed=closed):
                return closed
        return ()


def ask(
    question: str,
    index: RouteIndex,
    today: date,
    learner: Learner = NOBODY,
    *,
    prefer: Prefer | None = None,
    limits: Limits = NO_LIMITS,
    k: int = 5,
    max_steps: int = MOST_STEPS,
) -> Answer:
    """Read a question in plain English and answer it.

    A date or a preference in the question wins over `today` and `prefer`; what it leaves out is left out
    beside what `limits` leave out, and its own months and way to study win over theirs.
    """
    read = read_question(question, index.catalogue, today)
    if isinstance(read, Unsure):
        return Answer(question, today, _dataset(index.catalogue), None, None, read)
    read = dataclasses.replace(read, limits=read.limits.joined(limits))
    answer = answer_understood(read, index, today, learner, prefer=prefer, k=k, max_steps=max_steps)
    return dataclasses.replace(answer, question=question)


def answer_understood(
    read: Understood,
    index: RouteIndex,
    today: date,
    learner: Learner = NOBODY,
    *,
    prefer: Prefer | None = None,
    k: int = 5,
    max_steps: int = MOST_STEPS,
) -> Answer:
    """Answer a question that has been read, or that was put together from pickers.

    What it says is held or lacking counts, unless the learner says otherwise.
    """
    as_of = read.as_of or today
    dataset = _dataset(index.catalogue)
    if not read.goal and read.intent in (Intent.ROUTES, Intent.REQUIREMENTS):
        unsure = goal_not_said(read, index.catalogue)
        return Answer(read.text or None, as_of, dataset, read, None, unsure)
    learner = _with_said(learner, read)
    if read.intent is Intent.COMPARE:
        return _answer_moving(read, find_comparison(read, index.catalogue), as_of, dataset)
    if read.intent is Intent.REQUIREMENTS:
        needed = find_requirements(index, read.start, read.goal, as_of, learner, read.limits)
        return Answer(read.text or None, as_of, dataset, read, needed, None)
    noted = read if read.start else dataclasses.replace(read, notes=with_no_start_said(read.notes))
    start = read.start or (Place(level=LOWEST),)
    if read.intent is Intent.TRANSFER:
        return _answer_moving(noted, find_moves(noted, start, index, as_of, learner), as_of, dataset)
    if read.intent is Intent.NEXT_STEPS:
        onward = find_next_steps(index, start, as_of, learner, read.limits)
        if read.focus is Focus.JOBS:
            onward = _jobs_first(onward, index.catalogue)
        return Answer(read.text or None, as_of, dataset, noted, onward, None)
    wanted = read.prefer or prefer or Prefer.LEAST_TO_GAIN
    query = RouteQuery(start, read.goal, as_of, learner, wanted, k, max_steps, read.limits)
    return _answer_routes(read.text or None, noted, query, index)


def answer_routes(query: RouteQuery, index: RouteIndex) -> Answer:
    """Answer a query for routes that did not come from a question."""
    read = Understood(
        text="",
        intent=Intent.ROUTES,
        start=query.start,
        goal=query.goal,
        prefer=query.prefer,
        as_of=query.as_of,
        limits=query.limits,
    )
    return _answer_routes(None, read, query, index)


def _answer_routes(question: str | None, read: Understood, query: RouteQuery, index: RouteIndex) -> Answer:
    """Answer a query; where nothing leads into another sector, with what moving there comes to."""
    result = find_routes(index, query)
    re_entry = None
    if result.no_route and result.no_route.because is NoRouteBecause.NO_PATH:
        re_entry = find_re_entry(query.start, query.goal, index, query.as_of, query.learner)
    return Answer(question, query.as_of, _dataset(index.catalogue), read, result, None, re_entry)


def _answer_moving(
    read: Understood, found: Moves | SectorOverlap | Unsure, as_of: date, dataset: Dataset
) -> Answer:
    if isinstance(found, Unsure):
        return Answer(read.text or None, as_of, dataset, read, None, found)
    return Answer(read.text or None, as_of, dataset, read, found, None)


def _with_said(learner: Learner, read: Understood) -> Learner:
    """Return the learner with what the question says is held or lacking; their own answers win."""
    said = {**dict.fromkeys(read.have, Status.MET), **dict.fromkeys(read.lack, Status.NOT_MET)}
    return Learner(MappingProxyType({**said, **learner.answers}), learner.without)


def _jobs_first(result: NextStepsResult, catalogue: Catalogue) -> NextStepsResult:
    jobs = {each.id for each in catalogue.job_roles}
    steps = sorted(result.steps, key=lambda each: each.positions[-1] not in jobs)
    return dataclasses.replace(result, steps=tuple(steps))


def _dataset(catalogue: Catalogue) -> Dataset:
    return Dataset(catalogue.name, catalogue.content_hash)
