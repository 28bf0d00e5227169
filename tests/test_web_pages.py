"""The pages as a person meets them, without a browser: what is asked, shown, and in the address."""

from __future__ import annotations

import logging
import re
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest

from explorer import web
from explorer.answers import ask
from explorer.clock import today
from explorer.formats.openings import opening
from explorer.settings import BESIDE, DATA
from graph_loader import load_catalogue
from pathways.route_index import RouteIndex
from tests.web import HOME_QUESTION, at, button, mounted, shown


def drawn(app: AppTest) -> list[dict[str, Any]]:
    """Return the data of the cards and the map."""
    return [each for each in mounted(app) if "query" not in each]


def test_a_first_visit_offers_three_examples_and_says_how_it_works(app):
    app.run()

    assert [each.label for each in app.button][:2] == ["Find routes", HOME_QUESTION]
    assert sum(each.key is not None and each.key.startswith("example-") for each in app.button) == 3
    assert "How it works" in shown(app)
    assert "Childcare and early years" in shown(app)


def test_an_example_is_one_click_away_and_gives_the_answer_of_the_command_line(app):
    index = RouteIndex.build(load_catalogue())

    button(app.run(), HOME_QUESTION).click().run()

    assert opening(ask(HOME_QUESTION, index, today()), index.catalogue) in shown(app)
    assert "Your route, step by step" in shown(app)
    assert len(drawn(app)) == 2
    assert dict(app.query_params) == {"start": "childcare:L3", "goal": "L4"}


def test_a_typed_question_fills_the_pickers_and_stays_out_of_the_address(app):
    app.run().text_input(key="question").set_value("from level 3 childcare to nursery manager please")

    button(app, "Find routes").click().run()

    assert app.selectbox(key="start").value == "childcare:L3"
    assert app.selectbox(key="goal").value == "nursery-manager"
    assert "please" not in str(app.query_params)


def test_two_pickers_ask_as_well_as_a_question(app):
    app.run().selectbox(key="start").select("childcare:L3").run()
    assert dict(app.query_params) == {"start": "childcare:L3"}
    assert "next step" in shown(app)

    app.selectbox(key="goal").select("L4").run()

    assert dict(app.query_params) == {"start": "childcare:L3", "goal": "L4"}
    assert "Your route, step by step" in shown(app)


def test_not_sure_shows_what_is_possible(app):
    at(app, start="a-levels", goal="L4").selectbox(key="goal").select("?").run()

    assert dict(app.query_params) == {"start": "a-levels"}
    assert "next steps from A levels" in shown(app)


def test_a_goal_alone_says_what_it_takes(app):
    at(app, goal="nursery-manager")

    assert "to Nursery manager" in shown(app)
    assert len(drawn(app)) == 2


def test_a_question_that_could_mean_several_things_asks_which(app):
    app.run().text_input(key="question").set_value("How do I become a care worker?")
    button(app, "Find routes").click().run()
    choices = [each for each in app.button if each.key and each.key.startswith("choice-")]
    assert "One more question" in shown(app)
    assert len(choices) >= 2

    choices[0].click().run()

    assert not [each for each in app.button if each.key and each.key.startswith("choice-")]
    assert "goal" in app.query_params


def links(app: AppTest) -> list[str]:
    """Return where the links of the page lead that stay in the app."""
    bodies = "".join(each.proto.body for each in app.get("html"))
    return [unescape(each) for each in re.findall(r'href="(\./[^"]+)"', bodies)]


def ask_in_words(app, question):
    app.run().text_input(key="question").set_value(question)
    button(app, "Find routes").click().run()


def test_a_move_is_answered_with_a_link_to_the_page_that_shows_it_all(app):
    ask_in_words(app, "Can I go from level 3 childcare to level 4 electrical?")

    assert "No, you could not go straight to level 4 in electrical installation." in shown(app)
    assert "./move?start=childcare%3AL3&to=electrical" in links(app)
    assert drawn(app)[0]["cards"], "the way round is drawn"


def test_a_comparison_is_answered_with_a_link_to_the_page_that_shows_it_all(app):
    ask_in_words(app, "How similar are childcare and adult care?")

    assert "That is a share of" in shown(app)
    assert "./compare_sectors?sectors=childcare%2Cadult-care" in links(app)


def test_every_other_sector_is_answered_with_one_link(app):
    ask_in_words(app, "Which sectors could I move to from level 3 childcare?")

    assert "this is where you could start. At level 4: " in shown(app)
    assert links(app) == ["./move?start=childcare%3AL3"]


def test_what_somebody_likes_offers_the_sectors_that_ask_for_it(app):
    ask_in_words(app, "I'm an electrician. I'd like to work with people instead")

    offered = [each for each in app.button if each.key and each.key.startswith("choice-")]
    offered[0].click().run()

    assert len(offered) >= 3
    assert "Yes." in shown(app) or "No." in shown(app)


def test_each_way_of_what_it_takes_can_be_chosen(app):
    at(app, goal="nursery-manager")
    ids = [each["id"] for each in drawn(app)[0]["cards"]]

    at(app, goal="nursery-manager", route=ids[-1])

    assert len(set(ids)) == len(ids) > 1
    assert drawn(app)[0]["chosen"] == ids[-1]


def test_a_question_that_is_not_understood_is_met_with_what_can_be_asked_about(app):
    app.run()
    app.text_input(key="question").set_value("hello")

    button(app, "Find routes").click().run()

    assert "Sectors you can ask about" in shown(app)


def test_a_deep_link_opens_the_route_that_it_names(app):
    at(app, start="childcare:L3", goal="L4")
    second = drawn(app)[0]["cards"][1]["id"]

    at(app, start="childcare:L3", goal="L4", route=second)

    assert drawn(app)[0]["chosen"] == second


def test_choosing_a_card_changes_the_route_and_the_address(app):
    at(app, start="childcare:L3", goal="L4")
    second = drawn(app)[0]["cards"][1]["id"]
    app.session_state["route-cards"] = {"chosen": second}

    at(app, start="childcare:L3", goal="L4", route=second)

    assert "Compared with route 1" in shown(app)


def test_what_an_address_says_that_is_not_known_is_left_out_and_said(app):
    at(app, start="childcare:L3", goal="nowhere", prefer="best", as_of="soon", route="none", more="x")

    assert "the goal, what matters most and the date" in shown(app)
    assert "next step" in shown(app)
    assert "nowhere" not in shown(app)


def test_going_back_to_an_earlier_address_brings_its_pickers_and_question_back(app):
    button(app.run(), HOME_QUESTION).click().run()
    button(app, "A levels").click().run()
    assert app.selectbox(key="start").value == "a-levels"

    at(app, start="childcare:L3", goal="L4")

    assert app.selectbox(key="start").value == "childcare:L3"
    assert app.selectbox(key="goal").value == "L4"
    assert app.text_input(key="question").value == ""


def test_a_selected_station_shows_its_detail_with_start_here_and_aim_here(app):
    at(app, start="childcare:L3", goal="L4")
    near = drawn(app)[1]["near"][0]
    app.session_state["tier-map"] = {"selected": near["id"]}
    app.run()
    assert near["title"] in shown(app)
    assert "What it is" in shown(app)

    button(app, "Aim here").click().run()

    assert dict(app.query_params) == {"start": "childcare:L3", "goal": near["id"]}


def test_what_one_already_has_changes_the_figures_and_stays_in_the_session(app):
    at(app, start="childcare:L3", goal="L4")
    before = shown(app)
    ticks = [each for each in app.checkbox if each.key.startswith("have-")]

    ticks[0].check().run()

    assert shown(app) != before
    assert "your answer" in shown(app)
    assert "Counted: 1 thing that you have already." in shown(app)
    assert dict(app.query_params) == {"start": "childcare:L3", "goal": "L4"}

    button(app, "Clear all ticks").click().run()

    assert shown(app) == before


def test_what_matters_most_and_the_date_go_into_the_address(app):
    at(app, start="childcare:L3", goal="L4").radio(key="prefer").set_value("fewest-steps").run()
    app.text_input(key="as-of").set_value("2020-01-01").run()

    assert dict(app.query_params) == {
        "start": "childcare:L3",
        "goal": "L4",
        "prefer": "fewest-steps",
        "as_of": "2020-01-01",
    }
    assert "as of 1 January 2020" in shown(app)


def test_a_date_that_is_none_is_a_sentence(app):
    at(app, start="childcare:L3", goal="L4").text_input(key="as-of").set_value("soon").run()

    assert "'soon' is not a date." in shown(app)
    assert dict(app.query_params) == {"start": "childcare:L3", "goal": "L4"}


def test_no_route_says_why(app):
    at(app, start="registered-nurse", goal="electrician")

    assert "There is no route" in shown(app)
    assert not drawn(app)


def test_about_names_sources_licence_credit_version_and_limits(app):
    app.run().switch_page("explorer/pages/about.py").run()

    text = shown(app)
    assert load_catalogue().content_hash in text
    for said in (
        "MIT licence",
        "Phil Dent 2009",
        "CFE for Aimhigher",
        "ESCO classification of the European Commission",
        "Limits",
        "Privacy",
        "Accessibility",
    ):
        assert said in text
    for source in load_catalogue().sources:
        assert source.title in text


def test_broken_data_are_said_in_sentences_with_their_place(app, own_data, tmp_path):
    (tmp_path / "broken.yaml").write_text("sector: [", "utf-8")
    own_data(**{DATA: str(tmp_path / "broken.yaml")})

    app.run()

    assert not app.exception
    assert "broken.yaml:1:9: A list opens" in shown(app)
    assert not app.selectbox


def test_own_data_stand_beside_what_ships(app, own_data, tmp_path):
    sheet = tmp_path / "matrix.csv"
    sheet.write_text(
        "sector,at,into,kind,statement\nGlass blowing,L2,L3,awareness,Knows how glass is made\n", "utf-8"
    )
    own_data(**{BESIDE: str(sheet)})

    app.run()

    assert "Glass blowing" in shown(app)
    assert "Childcare and early years" in shown(app)


def test_an_error_of_ours_is_a_sentence_and_a_code_and_its_values_are_not_logged(app, monkeypatch, caplog):
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a learner's secret")

    monkeypatch.setattr("explorer.find_a_route.state.answer_understood", fail)
    with caplog.at_level(logging.ERROR):
        at(app, start="childcare:L3", goal="L4")

    assert not app.exception
    assert re.search(r"the code is RuntimeError-test_web_pages-\d+\.", shown(app))
    assert "RuntimeError-test_web_pages" in caplog.text
    assert "secret" not in caplog.text


def test_what_the_first_question_of_all_needs_is_ready_before_it(own_data, monkeypatch):
    own_data()
    index = web.get_index()

    def fail(*_: object) -> None:
        raise AssertionError("worked out anew")

    monkeypatch.setattr(RouteIndex, "edge_of", fail)
    monkeypatch.setattr("pathways.questions.lexicon.gather_names", fail)
    assert ask(HOME_QUESTION, index, today()).routes
