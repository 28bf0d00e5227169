"""The pages while the shared store is away, comes back, or holds other data than a moment ago."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from explorer import web
from explorer.serving import Serving
from explorer.settings import DATA, STORE
from pathways.errors import StoreUnavailable
from tests.serving import AWAY, Database, files, shared
from tests.shipped import shipped
from tests.web import at, button, shown

PAGES = ("find_a_route", "explore", "move", "compare_sectors", "matrix", "sources", "about")
OUT = "The shared data have been out of reach since"


@pytest.fixture
def database(own_data: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The shared store of the app, whose thread is not started: a test looks when it wants to."""
    held = Database()
    monkeypatch.setattr("explorer.serving.FIRST_WAIT", 0)
    monkeypatch.setattr(Serving, "start", lambda self: self.look(held.open))
    monkeypatch.setattr(web, "open_store", lambda name: held.open())
    monkeypatch.setattr(web, "open_catalogue", lambda data, beside: files())
    own_data(**{STORE: "neo4j"})
    return held


def open_page(app: AppTest, page: str) -> AppTest:
    return app.run().switch_page(f"explorer/pages/{page}.py").run()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_the_store_is_away_and_shows_the_files(
    app: AppTest, database: Database, page: str
) -> None:
    database.away = True

    text = shown(open_page(app, page))

    assert OUT in text
    assert "you are looking at the data that come with Pathway Explorer" in text
    assert "nothing you need to do" in text
    assert "went wrong" not in text


@pytest.mark.parametrize(
    "why", [AWAY, "Neo4j refuses the password of the user 'reader'.", "Neo4j was too slow and was given up."]
)
def test_whatever_is_the_matter_no_host_user_or_reason_is_shown(
    app: AppTest, database: Database, why: str
) -> None:
    database.away, database.problem = True, StoreUnavailable(why)

    text = shown(open_page(app, "sources"))

    assert OUT in text
    assert "database.example" not in text
    assert "password" not in text
    assert "reader" not in text


def test_where_the_store_is_there_nothing_is_said_of_it_but_where_the_data_come_from(
    app: AppTest, database: Database
) -> None:
    database.store.replace(shared())

    text = shown(open_page(app, "sources"))

    assert "The shared data" in text, "the name of the dataset"
    assert OUT not in text
    assert "a shared store, and from there in the memory" in text
    assert shared().content_hash in text
    assert "are not those of these files" in text
    assert "a shared store, which others use too" in shown(open_page(app, "about"))


def test_the_check_of_the_files_says_where_the_store_holds_the_same(app: AppTest, database: Database) -> None:
    database.store.replace(shipped())

    text = shown(open_page(app, "sources"))

    assert "read from a shared store, and are the same as those of these files" in text
    assert "have changed since they were loaded" not in text


def test_it_is_back_at_the_next_click(app: AppTest, database: Database) -> None:
    database.away = True
    assert OUT in shown(open_page(app, "about"))

    database.away = False
    database.store.replace(shared())
    web.serving().look(database.open)

    text = shown(app.run())
    assert OUT not in text
    assert shared().content_hash in text


def test_what_was_read_is_kept_when_the_store_goes_away_later(app: AppTest, database: Database) -> None:
    database.store.replace(shared())
    open_page(app, "about")
    database.away = True
    web.serving().look(database.open)

    text = shown(app.run())

    assert "as they were when last read" in text
    assert shared().content_hash in text


def test_data_beside_the_shared_store_are_refused_on_the_page(app: AppTest, own_data: Callable[..., None]):
    own_data(**{STORE: "neo4j", DATA: "somewhere"})

    assert f"Unset it, or unset {DATA}" in shown(app.run())


def test_a_store_that_is_none_is_named_on_the_page(app: AppTest, own_data: Callable[..., None]):
    own_data(**{STORE: "oracle"})

    assert "PATHWAYS_STORE is 'oracle'. It can be networkx or neo4j." in shown(app.run())


ADDRESSES = (
    ("find_a_route", {"start": "childcare:L3", "goal": "L4"}),
    ("find_a_route", {"start": "childcare:L3", "goal": "nursery-manager", "avoid": "room-supervisor"}),
    ("find_a_route", {"goal": "nursery-manager"}),
    ("explore", {"sectors": "childcare", "selected": "nursery-manager"}),
    ("explore", {"view": "network", "selected": "nursery-manager"}),
    ("move", {"start": "childcare:L3", "to": "electrical"}),
    ("compare_sectors", {"sectors": "childcare,adult-care,electrical"}),
    ("matrix", {"sector": "childcare"}),
    ("sources", {}),
)


@pytest.mark.parametrize(("page", "params"), ADDRESSES)
def test_a_page_that_is_open_while_the_data_become_others_does_not_break(
    app: AppTest, database: Database, page: str, params: dict[str, str]
) -> None:
    database.store.replace(shipped())
    open_page(app, page)
    at(app, **params)
    assert "could not be read" not in shown(app)

    app.session_state["have"] = frozenset({"known-to-other-data"})
    for now_held in (files(), shipped()):
        database.store.replace(now_held)
        web.serving().look(database.open)
        text = shown(app.run())
        assert "went wrong" not in text
        assert "There is no requirement" not in text


def test_a_question_and_ticks_outlive_data_that_do_not_know_what_they_name(
    app: AppTest, database: Database
) -> None:
    database.store.replace(shipped())
    app.run().text_input(key="question").set_value("Can I go from level 3 childcare to level 4 electrical?")
    button(app, "Find routes").click().run()
    app.session_state["have"] = frozenset({"nursery-manager", "known-to-other-data"})
    said = shown(app.run())
    for now_held in (files(), shipped()):
        database.store.replace(now_held)
        web.serving().look(database.open)
        text = shown(app.run())
        assert "went wrong" not in text
        assert "There is no requirement" not in text

    assert "No, you could not go straight to level 4" in said
    assert app.session_state["have"] == frozenset({"nursery-manager", "known-to-other-data"}), "back again"


def test_sectors_compared_before_are_compared_anew_in_other_data(app: AppTest, database: Database) -> None:
    every = shipped()
    fewer = dataclasses.replace(every, name="fewer", steps=every.steps[:-1])
    database.store.replace(every)
    open_page(app, "compare_sectors")
    assert every.content_hash in shown(at(app, sectors="childcare,electrical"))

    database.store.replace(fewer)
    web.serving().look(database.open)

    text = shown(app.run())
    assert fewer.content_hash in text
    assert every.content_hash not in text
