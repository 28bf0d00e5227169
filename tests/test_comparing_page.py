"""Two routes side by side on the page, without a browser: chosen, in the address, and forgotten."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest

from explorer.settings import DATA
from tests.small_data import small, written
from tests.web import at, mounted, shown

ASKED = {"start": "childcare:L3", "goal": "L4"}


def printed(app: AppTest) -> str:
    return next(each.proto.body for each in app.get("html") if "pe-sheet" in each.proto.body)


def data(app: AppTest, part: str) -> dict:
    """Return the data of the component that has this part."""
    return next(each for each in mounted(app) if part in each)


def slugs(app: AppTest) -> list[str]:
    return [each["id"] for each in data(app, "cards")["cards"]]


def test_a_second_route_is_chosen_shown_beside_the_first_and_put_into_the_address(app):
    at(app, **ASKED)
    third = slugs(app)[2]
    assert "Side by side" not in shown(app)

    app.selectbox(key="beside").set_value(third).run()

    assert dict(app.query_params) == {**ASKED, "beside": third}
    assert "Side by side" in shown(app)
    assert re.search(r"Route 1 asks for \S+ things? that route 3 does not", shown(app))
    assert "Side by side" in printed(app)
    assert data(app, "query")["query"].endswith(f"&beside={third}")


def test_the_list_holds_every_route_but_the_one_that_is_chosen(app):
    at(app, **ASKED)
    every = slugs(app)

    at(app, **ASKED, route=every[1])

    assert app.selectbox(key="beside").label == "Compare route 2 with ..."
    assert len(app.selectbox(key="beside").options) == len(every) - 1
    assert not any(each.startswith("Route 2:") for each in app.selectbox(key="beside").options)


def test_choosing_none_takes_it_away_again(app):
    at(app, **ASKED)
    at(app, **ASKED, beside=slugs(app)[2])

    app.selectbox(key="beside").set_value(None).run()

    assert dict(app.query_params) == ASKED
    assert "Side by side" not in shown(app)


def test_a_new_question_forgets_what_was_compared(app):
    at(app, **ASKED)
    at(app, **ASKED, beside=slugs(app)[2])

    app.selectbox(key="goal").select("nursery-manager").run()

    assert dict(app.query_params) == {"start": "childcare:L3", "goal": "nursery-manager"}


def test_a_second_route_that_is_not_there_is_left_out(app):
    at(app, **ASKED, beside="no.such.route")

    assert "Side by side" not in shown(app)
    assert app.selectbox(key="beside").value is None


def test_what_was_ticked_is_not_in_the_link(app):
    at(app, **ASKED)
    before = data(app, "query")

    next(each for each in app.checkbox if each.key.startswith("have-")).check().run()

    assert "Counted: 1 thing" in shown(app)
    assert data(app, "query") == before


def test_one_route_alone_has_nothing_to_compare_with_and_can_still_be_shared(app, own_data, tmp_path):
    (tmp_path / "small.yaml").write_text(written(small()), "utf-8")
    own_data(**{DATA: str(tmp_path / "small.yaml")})

    at(app, start="carer", goal="care-diploma")

    assert len(slugs(app)) == 1
    assert not [each for each in app.selectbox if each.key == "beside"]
    assert data(app, "query")["query"] == "start=carer&goal=care-diploma"


def test_ticking_moves_no_line_of_the_list_also_where_another_route_becomes_the_best(app):
    at(app, **ASKED)
    before, best = ticks(app), slugs(app)[0]

    for key in reversed(before):
        app.checkbox(key=key).check().run()
        after = ticks(app)
        assert [each for each in after if each in before] == [each for each in before if each in after]
        if slugs(app)[0] != best:
            break

    assert slugs(app)[0] != best


def test_another_route_lists_what_it_asks_for_first(app):
    at(app, **ASKED)
    before, last = ticks(app), slugs(app)[-1]

    at(app, **ASKED, route=last)

    assert ticks(app) != before


def ticks(app: AppTest) -> list[str]:
    return [each.key for each in app.checkbox if each.key.startswith("have-")]
