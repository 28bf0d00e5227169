"""One step of a route as JSON: its ends, what it asks with status and reason, conditions and sources."""

from __future__ import annotations

from typing import Any

from explorer.words import because
from explorer.words.pay import find_pay
from pathways.catalogue import Catalogue, position_type
from pathways.model import Citation, Condition, Kind
from pathways.results import Assessed, AssessedAlternative, RouteStep

Json = dict[str, Any]


def json_title(position: str, catalogue: Catalogue) -> Json:
    """Return a position by id and title."""
    return {"id": position, "title": catalogue.position_by_id[position].title}


def json_position(position: str, catalogue: Catalogue) -> Json:
    """Return a position with its type ("job-role" for roles), level and sector."""
    found = catalogue.position_by_id[position]
    return {
        "id": found.id,
        "title": found.title,
        "type": position_type(found),
        "level": found.level,
        "sector": found.sector,
    }


def json_step(step: RouteStep, catalogue: Catalogue, start: str) -> Json:
    """Return a step of a route that starts at `start`."""
    record = step.step
    source = json_source(record.citation, catalogue)
    return {
        "id": record.id,
        "from": json_position(record.from_id, catalogue),
        "to": {**json_position(record.to_id, catalogue), "pay": find_pay(record.to_id, catalogue)},
        "class": str(step.direction),
        "transfer": step.transfer,
        "months": step.months,
        "known": step.known,
        "requires": {
            str(kind): [
                json_requirement(each, catalogue, start) for each in step.required if each.kind is kind
            ]
            for kind in Kind
        },
        "any_of": [[json_alternative(each, catalogue, start) for each in group] for group in step.any_of],
        "helps": [json_requirement(each, catalogue, start) for each in step.helps],
        "none_needed": list(step.none_needed),
        "waives": [
            {
                "id": each.requirement,
                "statement": catalogue.requirement_by_id[each.requirement].statement,
                "reason": each.reason,
            }
            for each in step.waives
        ],
        "gives": [
            {"id": each, "statement": catalogue.requirement_by_id[each].statement} for each in step.gives
        ],
        "conditions": [json_condition(each) for each in step.conditions],
        "caution": step.caution and step.caution.isoformat(),
        "taught": step.taught and str(step.taught),
        "source": {key: source[key] for key in ("id", "title", "locator")},
        "evidence": str(record.citation.evidence),
        "note": record.citation.note,
    }


def json_requirement(assessed: Assessed, catalogue: Catalogue, start: str) -> Json:
    """Return a requirement with its status, the reason in words, what to do about it, and its source."""
    requirement = catalogue.requirement_by_id[assessed.requirement]
    return {
        "id": requirement.id,
        "kind": str(requirement.kind),
        "statement": requirement.statement,
        "question": requirement.question,
        "status": str(assessed.status),
        "because": because(assessed, catalogue, start),
        "months": requirement.holding.months if requirement.holding else None,
        "activities": [
            {
                "id": each,
                "statement": catalogue.activity_by_id[each].statement,
                "who": str(catalogue.activity_by_id[each].who),
            }
            for each in requirement.activities
        ],
        "source": json_source(requirement.citation, catalogue),
    }


def json_source(citation: Citation, catalogue: Catalogue) -> Json:
    """Return where a fact is known from."""
    return {
        "id": citation.source,
        "title": catalogue.source_by_id[citation.source].title,
        "locator": citation.locator,
        "evidence": str(citation.evidence),
        "note": citation.note,
    }


def json_alternative(each: AssessedAlternative, catalogue: Catalogue, start: str) -> Json:
    """Return one way to meet a group of alternatives, for somebody who starts at `start`."""
    return {
        "requirements": [json_requirement(one, catalogue, start) for one in each.requirements],
        "position": json_title(each.position, catalogue) if each.position else None,
        "status": str(each.status),
        "because": because(each, catalogue, start),
        "open": each.open,
        "chosen": each.chosen,
    }


def json_condition(condition: Condition) -> Json:
    """Return what has to be in place and is not the learner's doing."""
    return {
        "kind": str(condition.kind),
        "statement": condition.statement,
        "opens": condition.opens and condition.opens.isoformat(),
        "closes": condition.closes and condition.closes.isoformat(),
    }
