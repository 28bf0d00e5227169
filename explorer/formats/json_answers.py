"""Answers as JSON: a contract with other programs, kept by the schemas in `docs/schema/`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from explorer.answers import Answer
from explorer.formats.json_steps import json_position, json_requirement, json_source, json_step, json_title
from explorer.formats.openings import refusal
from explorer.formats.overlap_data import overlap_to_json
from explorer.formats.paragraph import answer_paragraph
from explorer.formats.transfer_data import json_transfer
from explorer.moves import Moves
from explorer.sector_overlap import SectorOverlap
from explorer.transfers import re_entry_of, to_catch_up
from pathways.catalogue import Catalogue
from pathways.limits import Limits
from pathways.model import Kind
from pathways.places import Place, goal_positions, start_positions
from pathways.questions import Understood, Unsure
from pathways.results import (
    ClosedStep,
    Figures,
    Nearest,
    NextStepsResult,
    NoRoute,
    RequirementsResult,
    Route,
    RouteResult,
)
from pathways.transfer_results import Transfer

Json = dict[str, Any]


def dumps(value: Json, in_ascii: bool = False) -> str:
    """Return JSON text with its keys in the order they were put in, one line feed at the end."""
    return json.dumps(value, ensure_ascii=in_ascii, indent=2) + "\n"


def to_json(answer: Answer, catalogue: Catalogue) -> Json:
    """Return an answer as a JSON object. Amounts to gain are in units, dates are ISO, unknowns are null."""
    return {
        "question": answer.question,
        "as_of": answer.as_of.isoformat(),
        "dataset": {"name": answer.dataset.name, "hash": answer.dataset.hash},
        "understood": _understood(answer.understood, catalogue) if answer.understood else None,
        **_body(answer, catalogue),
        "answer": answer_paragraph(answer, catalogue),
    }


def _body(answer: Answer, catalogue: Catalogue) -> Json:
    match answer.result:
        case RouteResult() as result:
            return {
                "routes": _routes(result.routes, catalogue),
                "also": [_route(None, route, catalogue) for route in result.also],
                "closed": _closed_steps(result.closed, catalogue),
                "search": {
                    "complete": result.search.complete,
                    "stopped_because": result.search.stopped_because,
                    "more": result.search.more,
                },
                "no_route": _no_route(
                    result.no_route, refusal(answer, catalogue), catalogue, answer.re_entry
                ),
            }
        case NextStepsResult() as result:
            return {
                "next": [_next_step(route, catalogue) for route in result.steps],
                "staying": _staying(result, catalogue),
                "closed": _closed_steps(result.closed, catalogue),
                "left_out": result.left_out,
                "jobs": _near(result.jobs, catalogue),
            }
        case RequirementsResult() as result:
            return {
                "requirements": _requirements(result, catalogue),
                "ways": _routes(result.ways, catalogue),
                "no_route": _no_route(result.no_route, refusal(answer, catalogue), catalogue),
            }
        case Moves() as moves:
            return _moves(moves, catalogue)
        case SectorOverlap() as compared:
            return {"compare": overlap_to_json(compared, with_matches=False)}
        case None:
            return {"choices": _choices(answer.unsure)}


def _understood(read: Understood, catalogue: Catalogue) -> Json:
    return {
        "intent": str(read.intent),
        "start": _places(read.start, catalogue, start_positions),
        "goal": _places(read.goal, catalogue, goal_positions),
        "prefer": read.prefer and str(read.prefer),
        "constraints": list(read.constraints),
        "notes": list(read.notes),
        "limits": json_limits(read.limits),
        "have": list(read.have),
        "lack": list(read.lack),
        "focus": read.focus and str(read.focus),
    }


def json_limits(limits: Limits) -> Json:
    """Return limits with places as they are typed: an id, sector:level, a sector or a level."""
    return {
        "avoid": [str(place) for place in limits.avoid],
        "avoid_types": list(limits.avoid_types),
        "within_months": limits.within_months,
        "study": limits.study and str(limits.study),
    }


def _places(places: Sequence[Place], catalogue: Catalogue, positions_of: Any) -> Json | None:
    """Return places as the sector and the level they share, and every position they name; None for none."""
    if not places:
        return None
    ids = dict.fromkeys(position for place in places for position in positions_of(place, catalogue))
    return {
        "sector": _shared(_sector_of(place, catalogue) for place in places),
        "level": _shared(_level_of(place, catalogue) for place in places),
        "positions": [json_title(each, catalogue) for each in ids],
    }


def _sector_of(place: Place, catalogue: Catalogue) -> str | None:
    return catalogue.position_by_id[place.position].sector if place.position else place.sector


def _level_of(place: Place, catalogue: Catalogue) -> str | None:
    return catalogue.position_by_id[place.position].level if place.position else place.level


def _shared(values: Iterable[str | None]) -> str | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _routes(routes: Sequence[Route], catalogue: Catalogue) -> list[Json]:
    return [_route(rank, route, catalogue) for rank, route in enumerate(routes, 1)]


def _route(rank: int | None, route: Route, catalogue: Catalogue) -> Json:
    return {
        "rank": rank,
        "labels": [str(label) for label in route.labels],
        "start": json_title(route.start, catalogue),
        "also_from": [json_title(each, catalogue) for each in route.also_from],
        "figures": json_figures(route.figures),
        "hard": [_hard(each, catalogue) for each in route.hard],
        "steps": [json_step(step, catalogue, route.start) for step in route.steps],
    }


def _hard(hard: str, catalogue: Catalogue) -> Json:
    """Return an attainment that is not held when asked for: a requirement, or a position to hold."""
    if hard in catalogue.requirement_by_id:
        return {"id": hard, "statement": catalogue.requirement_by_id[hard].statement}
    return {"id": hard, "statement": catalogue.position_by_id[hard].title}


def _next_step(route: Route, catalogue: Catalogue) -> Json:
    step = json_step(route.steps[0], catalogue, route.start)
    also = [json_title(each, catalogue) for each in route.also_from]
    return {**step, "figures": json_figures(route.figures), "also_from": also}


def json_figures(figures: Figures) -> Json:
    """Return a route's figures, with what is to gain in units: a half unit is 0.5."""
    return {
        "to_gain": _units(figures.to_gain),
        "steps": figures.steps,
        "months": figures.months,
        "months_at_least": figures.months_at_least,
        "sector_changes": figures.sector_changes,
        "conditions": figures.conditions,
        "holes": figures.holes,
    }


def _units(half_units: int) -> float | int:
    whole, half = divmod(half_units, 2)
    return whole + 0.5 if half else whole


def _requirements(result: RequirementsResult, catalogue: Catalogue) -> Json:
    """Return what the best way asks for by kind, each requirement once, as it stands when first asked."""
    if not result.ways:
        return {str(kind): [] for kind in Kind}
    best = result.ways[0]
    asked = {each.requirement: each for step in reversed(best.steps) for each in reversed(step.required)}
    ordered = [
        asked[requirement]
        for requirement in dict.fromkeys(each.requirement for step in best.steps for each in step.required)
    ]
    return {
        str(kind): [json_requirement(each, catalogue, best.start) for each in ordered if each.kind is kind]
        for kind in Kind
    }


def _staying(result: NextStepsResult, catalogue: Catalogue) -> list[Json]:
    return [
        {
            "sector": sector,
            "level": level,
            "statement": staying.statement,
            "source": json_source(staying.citation, catalogue),
        }
        for sector, level in result.staying
        for staying in catalogue.sector_by_id[sector].staying
        if staying.level == level
    ]


def _moves(moves: Moves, catalogue: Catalogue) -> Json:
    """Return the one transfer asked about, or each of several, and the way to what was named."""
    told = [json_transfer(each, catalogue) for each in moves.transfers]
    return {
        **({"transfer": told[0]} if len(told) == 1 else {"transfers": told}),
        "refused": moves.refused,
        "way": _route(None, moves.way, catalogue) if moves.way else None,
    }


def _re_entry(transfer: Transfer | None, catalogue: Catalogue) -> Json | None:
    """Return the level of another sector that one could start at, and the attainments still missing there."""
    entry = re_entry_of(transfer) if transfer else None
    if transfer is None or entry is None:
        return None
    return {
        "sector": transfer.to,
        "level": entry.level,
        "verdict": str(entry.verdict),
        "missing": [_hard(each.id, catalogue) for each in to_catch_up(entry)],
    }


def _no_route(
    no: NoRoute | None, reason: str, catalogue: Catalogue, re_entry: Transfer | None = None
) -> Json | None:
    if no is None:
        return None
    return {
        "code": str(no.because),
        "reason": reason,
        "nearest": _near(no.nearest, catalogue),
        "closed": _closed_steps(no.closed, catalogue),
        "conditions": [str(kind) for kind in no.conditions],
        "steps_needed": no.steps_needed,
        "re_entry": _re_entry(re_entry, catalogue),
        "limits": json_limits(no.limits),
        "instead": _route(None, no.instead, catalogue) if no.instead else None,
    }


def _near(found: Sequence[Nearest], catalogue: Catalogue) -> list[Json]:
    return [{**json_title(each.position, catalogue), "steps": each.steps} for each in found]


def _closed_steps(closed: Sequence[ClosedStep], catalogue: Catalogue) -> list[Json]:
    return [
        {
            "id": each.step.id,
            "from": json_position(each.step.from_id, catalogue),
            "to": json_position(each.step.to_id, catalogue),
            "because": str(each.because),
            "date": iso(each.date),
        }
        for each in closed
    ]


def _choices(unsure: Unsure | None) -> list[Json]:
    if unsure is None:
        return []
    return [{"label": each.label, "question": each.question} for each in unsure.choices]


def iso(day: date | None) -> str | None:
    """Return a date as JSON has it, or None."""
    return day.isoformat() if day else None
