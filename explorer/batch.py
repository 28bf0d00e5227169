"""Many questions answered one after the other: what came of each line, and of all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from explorer.answers import Answer, ExitCode
from explorer.commands.answer_options import AnswerOptions
from explorer.commands.asked import answer_places, answer_question
from graph_loader.question_files import QuestionLine
from pathways.catalogue import Catalogue
from pathways.errors import InvalidQuery, UnknownName
from pathways.places import nearest_names, read_place
from pathways.results import Prefer
from pathways.route_index import RouteIndex

ANSWERS_AT_HAND = 256
"""How many answers are held for lines that ask the same again, as many learners of one course do."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one line: an answer, or the error that says why it could not be asked."""

    line: QuestionLine
    answer: Answer | None
    error: InvalidQuery | UnknownName | None = None

    @property
    def exit_code(self) -> ExitCode:
        """What the line would end with, were it asked alone."""
        return self.answer.exit_code if self.answer else ExitCode.NOT_UNDERSTOOD


def answer_lines(
    lines: Iterable[QuestionLine], index: RouteIndex, options: AnswerOptions
) -> Iterator[Outcome]:
    """Answer line after line. What a line says wins over the options; what it has comes beside theirs."""

    @lru_cache(ANSWERS_AT_HAND)
    def outcome(line: QuestionLine) -> Outcome:
        try:
            return Outcome(line, _answer(line, index, _with(options, line)))
        except (InvalidQuery, UnknownName) as error:
            return Outcome(line, None, error)

    for line in lines:
        yield replace(outcome(replace(line, number=0, reference="")), line=line)


def exit_code_of(codes: Iterable[ExitCode]) -> ExitCode:
    """Return what a whole batch ends with: what is for the adviser to mend goes before what has no route."""
    every = set(codes)
    order = (ExitCode.NOT_UNDERSTOOD, ExitCode.NO_ROUTE)
    return next((code for code in order if code in every), ExitCode.ANSWERED)


def words_of(line: QuestionLine) -> str:
    """Return what a line asks in words: its question, or one made of its start and goal."""
    if line.question:
        return line.question
    if line.start and line.goal:
        return f"How do I get from {line.start} to {line.goal}?"
    if line.start:
        return f"What can I do next after {line.start}?"
    return f"How do I get to {line.goal}?" if line.goal else ""


def _answer(line: QuestionLine, index: RouteIndex, options: AnswerOptions) -> Answer:
    if line.question and (line.start or line.goal):
        raise InvalidQuery("The line has a question and a start or goal as well. Leave one of them empty.")
    if not words_of(line):
        raise InvalidQuery("The line asks nothing. Fill in a question, or a start and a goal.")
    if _is_place(line.start, index.catalogue) and _is_place(line.goal, index.catalogue):
        return answer_places(line.start, line.goal, index, options)
    return answer_question(words_of(line), index, options)


def _is_place(text: str, catalogue: Catalogue) -> bool:
    """Say whether this is a place as `pathways routes` takes it. What is none may still be one in words."""
    if not text:
        return False
    try:
        read_place(text, catalogue)
    except (InvalidQuery, UnknownName):
        return False
    return True


def _with(options: AnswerOptions, line: QuestionLine) -> AnswerOptions:
    return replace(
        options,
        prefer=_prefer(line.prefer) if line.prefer else options.prefer,
        as_of=line.as_of or options.as_of,
        have=(*options.have, *line.have),
    )


def _prefer(text: str) -> Prefer:
    try:
        return Prefer(text.strip().lower().replace(" ", "-").replace("_", "-"))
    except ValueError:
        near = nearest_names(text, Prefer)
        hint = f" Did you mean '{near[0]}'?" if near else ""
        message = f"'{text[:80]}' is no preference.{hint} There are {', '.join(Prefer)}."
        raise UnknownName(message, near) from None
