"""From what was asked on the command line, and its options, to an answer."""

from __future__ import annotations

from explorer.answers import Answer, answer_routes, ask
from explorer.commands.answer_options import AnswerOptions
from pathways.places import read_place
from pathways.queries import RouteQuery
from pathways.results import Prefer
from pathways.route_index import RouteIndex


def answer_question(question: str, index: RouteIndex, options: AnswerOptions) -> Answer:
    """Answer a question in plain English. Raises UnknownName and InvalidQuery for what the options say."""
    return ask(
        question,
        index,
        options.day(),
        options.learner(),
        prefer=options.prefer,
        limits=options.limits(index.catalogue),
        k=options.k,
        max_steps=options.max_steps,
    )


def answer_places(start: str, goal: str, index: RouteIndex, options: AnswerOptions) -> Answer:
    """Answer a query between two places. Raises UnknownName and InvalidQuery."""
    catalogue = index.catalogue
    query = RouteQuery(
        start=(read_place(start, catalogue),),
        goal=(read_place(goal, catalogue),),
        as_of=options.day(),
        learner=options.learner(),
        prefer=options.prefer or Prefer.LEAST_TO_GAIN,
        k=options.k,
        max_steps=options.max_steps,
        limits=options.limits(catalogue),
    )
    return answer_routes(query, index)
