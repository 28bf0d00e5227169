"""The map page as a person meets it, without a browser: what is drawn, said, and in the address."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from explorer.clock import today
from explorer.settings import DATA
from graph_loader import load_catalogue
from pathways.requirements import closed_step
from tests.web import at, button, mounted, shown

PAGE = "explorer/pages/explore.py"
SHIPPED = load_catalogue()
EVERYTHING = "All places, by sector and level"


@pytest.fixture
def app(app: AppTest) -> AppTest:
    """The page, opened."""
    return app.run().switch_page(PAGE).run()


def components(app: AppTest) -> dict[str, dict]:
    """Return the data of the components by what they are for."""
    known = {"steps": "map", "bands": "network"}
    return {
        next((known[part] for part in known if part in each), each["name"]): each for each in mounted(app)
    }


def on_map(app: AppTest) -> set[str]:
    return {each["id"] for each in components(app)["map"]["near"]}


def in_list(data: dict) -> list[str]:
    return [item["id"] for group in data["groups"] for part in group["parts"] for item in part["items"]]


def test_the_page_opens_with_everything_on_the_map_and_the_same_as_a_list(app):
    assert on_map(app) == set(SHIPPED.position_by_id)
    assert sorted(in_list(components(app)[EVERYTHING])) == sorted(SHIPPED.position_by_id)
    assert "Choose a place" in shown(app)
    assert dict(app.query_params) == {}


def test_a_filter_narrows_map_and_list_and_goes_into_the_address(app):
    app.multiselect(key="explore-sectors").set_value(["electrical"]).run()
    app.multiselect(key="explore-kinds").set_value(["jobs"]).run()

    jobs = {each.id for each in SHIPPED.job_roles if each.sector == "electrical"}
    assert on_map(app) == set(in_list(components(app)[EVERYTHING])) == jobs
    assert dict(app.query_params) == {"sectors": "electrical", "kinds": "jobs"}


def test_an_address_sets_the_filters(app):
    at(app, levels="L4,L2", evidence="editorial")

    assert app.multiselect(key="explore-levels").value == ["L2", "L4"]
    assert app.multiselect(key="explore-evidence").value == ["editorial"]
    assert {SHIPPED.position_by_id[each].level for each in on_map(app)} == {"L2", "L4"}


def test_what_an_address_says_that_is_not_known_is_left_out_and_said(app):
    at(app, sectors="nowhere", selected="nobody", view="globe")

    assert "left out: the sectors, the place that is selected and how it is shown." in shown(app)
    assert "nowhere" not in shown(app)
    assert on_map(app) == set(SHIPPED.position_by_id)


def test_filters_that_leave_nothing_say_so_and_what_to_take_away(app):
    at(app, sectors="electrical", kinds="jobs", levels="E")
    assert "Nothing fits all of this" in shown(app)
    assert "map" not in components(app)

    button(app, "Any level").click().run()

    assert dict(app.query_params) == {"sectors": "electrical", "kinds": "jobs"}
    assert on_map(app)


def test_all_filters_can_be_taken_away_at_once(app):
    at(app, sectors="electrical", kinds="jobs", levels="E", view="list")

    button(app, "Take away all filters").click().run()

    assert dict(app.query_params) == {"view": "list"}


def test_a_selected_place_is_told_with_what_it_takes_and_where_it_leads(app):
    at(app, selected="nursery-manager")

    text = shown(app)
    assert "Nursery manager" in text
    assert "£23,000 to £32,000 a year (2020)" in text
    assert "From Room supervisor, a job at level 3" in text
    for said in ("What you need to want", "What you need to have", "What has to be in place", "Source:"):
        assert said in text
    assert "Last checked on" in text
    leads = in_list(components(app)["Where it leads"])
    open_steps = {
        each.to_id
        for each in SHIPPED.steps_from["nursery-manager"]
        if closed_step(each, SHIPPED.position_by_id[each.to_id], today()) is None
    }
    assert set(leads) == open_steps
    titles = [part["title"] for part in components(app)["Where it leads"]["groups"][0]["parts"]]
    assert titles == ["Up", "Into another sector"]


def test_every_place_can_be_selected(app):
    for position in SHIPPED.position_by_id.values():
        at(app, selected=position.id, view="list")
        assert position.title in shown(app)


def test_a_place_that_is_closed_says_so(app):
    shut = next(each for each in SHIPPED.qualifications if each.last_start and each.successor)

    at(app, selected=shut.id)

    assert "It is closed to newcomers." in shown(app)
    assert f"In its place there is now {SHIPPED.position_by_id[shut.successor].title}." in shown(app)
    assert "Last starts" in shown(app)


def test_a_selected_place_is_shown_though_the_filters_leave_it_out(app):
    at(app, sectors="electrical", selected="nursery-manager")

    assert "nursery-manager" in on_map(app)
    assert "The filters leave out Nursery manager" in shown(app)


def test_a_name_that_is_typed_in_full_selects_its_place(app):
    app.text_input(key="explore-search").set_value("nursery manager").run()

    assert dict(app.query_params) == {"selected": "nursery-manager"}
    assert "Which of these?" not in shown(app)


def test_a_slip_in_a_name_offers_what_it_could_be_and_stays_out_of_the_address(app):
    app.text_input(key="explore-search").set_value("nursery manger").run()

    assert in_list(components(app)["Found"])[0] == "nursery-manager"
    assert dict(app.query_params) == {}


def test_a_name_that_is_like_nothing_is_said_to_be(app):
    app.text_input(key="explore-search").set_value("zzzz").run()

    assert "No job or course here has a name like that." in shown(app)
    assert "Found" not in components(app)


def test_start_here_and_aim_here_go_on_to_routes(app):
    at(app, selected="nursery-manager")

    button(app, "Aim here").click().run()

    assert "Find a route" in shown(app)
    assert dict(app.query_params) == {"goal": "nursery-manager"}


def test_aiming_keeps_the_start_that_was_chosen_before(app):
    app.switch_page("explorer/pages/find_a_route.py")
    at(app, start="childcare:L3", goal="L4", prefer="quickest")
    app.switch_page(PAGE)
    at(app, selected="nursery-manager")
    assert "“Aim here” keeps your start: level 3 in childcare and early years." in shown(app)
    assert "“Start here” keeps your goal: level 4." in shown(app)

    button(app, "Aim here").click().run()

    assert dict(app.query_params) == {
        "start": "childcare:L3",
        "goal": "nursery-manager",
        "prefer": "quickest",
    }


def test_starting_where_one_aimed_keeps_no_goal(app):
    app.switch_page("explorer/pages/find_a_route.py")
    at(app, start="childcare:L3", goal="nursery-manager")
    app.switch_page(PAGE)
    at(app, selected="nursery-manager")

    button(app, "Start here").click().run()

    assert dict(app.query_params) == {"start": "nursery-manager"}


def test_the_list_marks_what_is_selected(app):
    at(app, view="list", selected="electrician")

    assert "map" not in components(app)
    assert components(app)[EVERYTHING]["chosen"]["id"] == "electrician"


def test_the_network_is_drawn_alone_and_offered_to_download(app):
    at(app, view="network", selected="electrician")

    assert sorted(components(app)) == ["Where it leads", "network"]
    assert components(app)["network"]["chosen"] == {"id": "electrician", "turn": 1}
    assert [each.label for each in app.get("download_button")] == ["Download this network"]


def test_a_network_that_has_not_all_says_where_the_others_are(app, monkeypatch):
    monkeypatch.setattr("explorer.drawings.network.MOST", 5)

    at(app, view="network", selected="electrician")

    assert (
        "so these are the 5 nearest to Electrician. "
        "Choose another place to see what is around it. The list has them all."
    ) in shown(app)


def test_each_way_to_show_it_keeps_filters_and_selection(app):
    at(app, sectors="childcare", selected="nursery-manager")

    app.segmented_control(key="explore-view").set_value("network").run()
    app.segmented_control(key="explore-view").set_value("list").run()

    assert dict(app.query_params) == {"sectors": "childcare", "selected": "nursery-manager", "view": "list"}


def test_the_selection_is_told_to_the_map_once_and_its_data_stay_as_they_are(app):
    at(app, selected="electrician")
    first = components(app)["map"]
    assert first["chosen"] == {"id": "electrician", "turn": first["chosen"]["turn"]}

    app.run()
    assert components(app)["map"] == first
    at(app, selected="nursery-manager")

    second = components(app)["map"]
    assert second["chosen"] == {"id": "nursery-manager", "turn": first["chosen"]["turn"] + 1}
    assert {**second, "chosen": None} == {**first, "chosen": None}


def test_other_data_are_explored_as_well(app, own_data, tmp_path):
    sheet = tmp_path / "matrix.csv"
    sheet.write_text(
        "sector,at,into,kind,statement\nGlass blowing,L2,L3,awareness,Knows how glass is made\n", "utf-8"
    )
    own_data(**{DATA: str(sheet)})

    app.run()

    assert not app.exception
    assert "Glass blowing" in str(components(app)["map"]["lanes"])
