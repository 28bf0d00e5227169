"""An answer in one paragraph, for JSON and wherever there is room for no more."""

from __future__ import annotations

from explorer.answers import Answer
from explorer.formats.openings import opening
from explorer.words import (
    closed_sentence,
    list_in_words,
    position_in_full,
    search_sentence,
    sentence,
    source_sentence,
    step_time_sentence,
)
from pathways.catalogue import Catalogue
from pathways.results import RequirementsResult, Route, RouteResult


def answer_paragraph(answer: Answer, catalogue: Catalogue) -> str:
    """Return the answer, its notes, the steps of the best route with their sources, and what was closed."""
    said = [opening(answer, catalogue)]
    if answer.unsure and answer.unsure.choices:
        asked = [f"“{each.question}”" for each in answer.unsure.choices]
        said.append(f"You could ask {list_in_words(asked, 'or')}")
    if answer.understood:
        said.extend(sentence(note) for note in answer.understood.notes)
    match answer.result:
        case RouteResult() | RequirementsResult():
            said.extend(_steps(answer.routes[0], catalogue) if answer.routes else ())
    said.extend(closed_sentence(each, catalogue) for each in answer.closed)
    if isinstance(answer.result, RouteResult) and answer.routes:
        said.append(search_sentence(answer.result.search))
    return " ".join(each for each in said if each)


def _steps(route: Route, catalogue: Catalogue) -> list[str]:
    return [
        f"Step {number} is to {position_in_full(step.step.to_id, catalogue)}. "
        f"{step_time_sentence(step, catalogue)} {source_sentence(step.step.citation, catalogue)}"
        for number, step in enumerate(route.steps, 1)
    ]
