"""Limits on the page: in the address, the pickers and the answer; what is held stays out of all addresses."""

from __future__ import annotations

from dataclasses import replace

from explorer import answers
from pathways.questions import read_question
from tests.web import HOME_QUESTION, at, button, shown


def test_an_address_with_limits_is_answered_within_them_and_says_so(app):
    at(
        app,
        start="childcare:L3",
        goal="childcare:L4",
        avoid="room-supervisor",
        within="24",
        study="part-time",
    )

    assert "leaving out Room supervisor, within 2 years, studying part time." in shown(app)
    assert app.multiselect(key="avoid").value == ["room-supervisor"]
    assert app.number_input(key="within").value == 24
    assert app.radio(key="study").value == "part-time"


def test_what_is_chosen_to_be_left_out_goes_into_the_address(app):
    at(app, start="U", goal="electrician").multiselect(key="avoid-type").set_value(["apprenticeship"]).run()
    app.number_input(key="within").set_value(120).run()
    app.radio(key="study").set_value("while-working").run()
    app.multiselect(key="avoid").set_value(["electrical:L1"]).run()

    assert dict(app.query_params) == {
        "start": "U",
        "goal": "electrician",
        "avoid": "electrical:L1",
        "avoid_type": "apprenticeship",
        "within": "120",
        "study": "while-working",
    }
    assert "with no apprenticeship, within 10 years, studying while working." in shown(app)


def test_a_limit_that_is_taken_away_leaves_the_address(app):
    at(app, start="U", goal="electrician", within="60").number_input(key="within").set_value(None).run()

    assert dict(app.query_params) == {"start": "U", "goal": "electrician"}


def test_limits_that_are_not_known_are_left_out_and_said(app):
    at(app, start="U", goal="electrician", avoid="nowhere", avoid_type="<b>", within="soon", study="asleep")

    assert (
        "left out: what to leave out, the kinds of qualification to leave out, the number of months "
        "and how to study."
    ) in shown(app)
    assert "nowhere" not in shown(app)


def test_no_route_within_the_limits_says_what_there_is_without_them(app):
    at(app, start="U", goal="t-level-health", study="part-time")

    assert "T Level in Health is taught full time. Without that limit there is one" in shown(app)


def test_what_a_question_says_is_held_counts_and_stays_out_of_the_address(app, monkeypatch):
    def read(text, catalogue, today):
        found = read_question(text, catalogue, today)
        return replace(found, have=("childcare-has-been-room-supervisor",), lack=("knows-own-circumstances",))

    monkeypatch.setattr(answers, "read_question", read)
    button(app.run(), HOME_QUESTION).click().run()

    assert "Counted as yours: “You have worked as a room supervisor”." in shown(app)
    assert "Counted as not yours: " in shown(app)
    assert dict(app.query_params) == {"start": "childcare:L3", "goal": "L4"}

    app.radio(key="prefer").set_value("fewest-steps").run()

    assert "Counted as yours: “You have worked as a room supervisor”." in shown(app)

    app.selectbox(key="start").set_value("U").run()

    assert "Counted as yours" not in shown(app)
