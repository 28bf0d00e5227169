"""From a question, or a query, to one answer: what is asked, what it starts from, how it ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from explorer.answers import Answer, ExitCode, answer_routes, answer_understood, ask
from graph_loader import load_catalogue
from pathways.learner import Learner, Status
from pathways.places import Place
from pathways.queries import RouteQuery
from pathways.questions import Intent, Understood, Unsure
from pathways.results import NextStepsResult, NoRouteBecause, Prefer, RequirementsResult, RouteResult
from pathways.route_index import RouteIndex

STORY = Path(__file__).parent / "story"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def index() -> RouteIndex:
    return RouteIndex.build(load_catalogue([STORY]))


def test_a_question_for_routes_gets_routes(index: RouteIndex) -> None:
    answer = ask("How do I get from the diploma in care to nursery manager?", index, TODAY)
    assert isinstance(answer.result, RouteResult)
    assert answer.exit_code is ExitCode.ANSWERED
    assert answer.routes == answer.result.routes


def test_an_answer_says_which_data_it_was_made_from(index: RouteIndex) -> None:
    answer = ask("What can I do after room leader?", index, TODAY)
    assert answer.dataset.name == "story"
    assert answer.dataset.hash == index.catalogue.content_hash


def test_a_question_for_next_steps_gets_next_steps(index: RouteIndex) -> None:
    answer = ask("What can I do next after room leader?", index, TODAY)
    assert isinstance(answer.result, NextStepsResult)
    assert answer.exit_code is ExitCode.ANSWERED


def test_a_question_for_requirements_gets_requirements(index: RouteIndex) -> None:
    answer = ask("What do I need to be a nursery manager?", index, TODAY)
    assert isinstance(answer.result, RequirementsResult)
    assert answer.result.starts == ()


def test_a_date_in_the_question_wins_over_today(index: RouteIndex) -> None:
    answer = ask("How do I get from the certificate in care to level 3 as of 2020-01-01?", index, TODAY)
    assert answer.as_of == date(2020, 1, 1)
    reached = {route.positions[-1] for route in answer.routes}
    assert "old-diploma" in reached


def test_a_preference_in_the_question_is_applied(index: RouteIndex) -> None:
    slow, quick = (
        ask(f"{word} from diploma in care to nursery manager", index, TODAY)
        for word in ("least to learn", "fewest steps")
    )
    assert len(quick.routes[0].steps) < len(slow.routes[0].steps)


def test_a_preference_beside_the_question_is_applied(index: RouteIndex) -> None:
    asked = "How do I get from the diploma in care to nursery manager?"
    answer = ask(asked, index, TODAY, prefer=Prefer.FEWEST_STEPS)
    assert len(answer.routes[0].steps) == 1


def test_no_start_starts_from_no_qualifications_and_says_so() -> None:
    index = RouteIndex.build(load_catalogue())
    answer = ask("How do I become an electrician?", index, TODAY)
    assert answer.understood is not None
    assert answer.understood.notes == (
        "You did not say where you are, so this starts from no qualifications.",
    )
    levels = {index.catalogue.position_by_id[each].level for each in answer.result.starts}  # type: ignore[union-attr]
    assert levels == {"U"}


def test_nowhere_to_start_is_no_route(index: RouteIndex) -> None:
    answer = ask("How do I become a nursery manager?", index, TODAY)
    assert isinstance(answer.result, RouteResult)
    assert answer.result.no_route is not None
    assert answer.result.no_route.because is NoRouteBecause.NO_START
    assert answer.exit_code is ExitCode.NO_ROUTE


def test_a_question_that_is_not_understood_ends_with_2(index: RouteIndex) -> None:
    answer = ask("Lorem ipsum dolor", index, TODAY)
    assert isinstance(answer.unsure, Unsure)
    assert answer.understood is None
    assert answer.exit_code is ExitCode.NOT_UNDERSTOOD


def understood(intent: Intent, **fields: object) -> Understood:
    return Understood("asked", intent, **fields)  # type: ignore[arg-type]


def asked_back(read: Understood, index: RouteIndex) -> Answer:
    answer = answer_understood(read, index, TODAY)
    assert answer.exit_code is ExitCode.NOT_UNDERSTOOD
    assert answer.understood == read
    assert answer.result is None
    return answer


def test_routes_to_nowhere_ask_where_to(index: RouteIndex) -> None:
    answer = asked_back(understood(Intent.ROUTES, start=(Place(position="diploma"),)), index)
    assert answer.unsure is not None
    assert answer.unsure.message == "The question does not say where you want to get to."
    assert answer.unsure.choices[0].question == "What can I do next from Diploma in care?"


def test_requirements_of_nothing_ask_of_what(index: RouteIndex) -> None:
    answer = asked_back(understood(Intent.REQUIREMENTS), index)
    assert answer.unsure is not None
    assert answer.unsure.message.endswith("Name a level, a sector, a qualification or a job.")


def test_a_query_is_answered_without_a_question(index: RouteIndex) -> None:
    query = RouteQuery((Place(position="diploma"),), (Place(position="nursery-manager"),), TODAY)
    answer = answer_routes(query, index)
    assert answer.question is None
    assert answer.understood is not None
    assert answer.understood.prefer is Prefer.LEAST_TO_GAIN


def test_what_a_learner_has_is_counted(index: RouteIndex) -> None:
    asked = "How do I get from the diploma in care to nursery manager?"
    learner = Learner({"wants-to-manage": Status.MET})
    without, having = (ask(asked, index, TODAY, each) for each in (Learner(), learner))
    gained = without.routes[0].figures.to_gain - having.routes[0].figures.to_gain
    assert gained == 2


def test_staying_alone_is_an_answer(index: RouteIndex) -> None:
    result = NextStepsResult(("room-leader",), TODAY, (), (("care", "L3"),), ())
    answer = Answer(None, TODAY, ask("x", index, TODAY).dataset, None, result, None)
    assert answer.exit_code is ExitCode.ANSWERED


def test_no_step_and_no_reason_to_stay_is_no_route(index: RouteIndex) -> None:
    answer = answer_understood(
        understood(Intent.NEXT_STEPS, start=(Place(position="wood-boss"),)), index, TODAY
    )
    assert answer.exit_code is ExitCode.NO_ROUTE
