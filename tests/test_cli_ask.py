"""`pathways ask`: a question in plain English, answered in a form that is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cli import fix_today, json_of, on_story, output_of, run

ASKED = "How do I get from the certificate in care to nursery manager?"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    fix_today(monkeypatch, date(2026, 11, 22))


def test_the_answer_comes_first_and_says_what_was_understood() -> None:
    first, asked = output_of("ask", ASKED).split("\n\n")[:2]
    assert first.startswith("There are ")
    assert "routes from Certificate in care to Nursery manager." in first
    assert asked == "Asked: routes from Certificate in care to Nursery manager, as of 22 November 2026."


def test_a_day_before_all_sources_were_checked_has_a_warning() -> None:
    asked = output_of("ask", ASKED, "--as-of", "2025-09-01").split("\n\n")[1]
    assert asked.endswith(
        "Not every opening date is on record, so some things named here may be newer than this date."
    )


def test_a_question_may_be_given_without_quotes() -> None:
    assert output_of("ask", *ASKED.split()) == output_of("ask", ASKED)


def test_the_best_route_says_all_about_each_step() -> None:
    said = output_of("ask", ASKED)
    assert "Step 1: Diploma in care\n-----------------------\n" in said
    assert "What you need to want:\n  - You want to manage a nursery. Not asked yet.\n" in said
    assert "    - What you can do: Talk to a manager about the work.\n" in said
    assert "What has to be in place, and is not up to you:\n" in said
    assert "  - A room leader's post has to be free.\n" in said
    assert "Source: The Book of Care, Section 4." in said


def test_the_other_routes_are_told_in_short() -> None:
    said = output_of("ask", ASKED)
    other = said[said.index("Route 2: by Diploma in care") :]
    assert "Compared with route 1, it " in other
    assert "  - Step 1: Diploma in care, at level 3. It takes about a year and a half.\n" in other
    assert "What you need to know" not in other


def test_full_tells_every_route_in_full_with_the_source_of_each_requirement() -> None:
    said = output_of("ask", ASKED, "--full")
    assert said.count("What you need to want:") > 1
    assert "    - Source: The Book of Care, Figure 2, L3, aspiration 1.\n" in said
    assert "    - What your adviser can do: Write down your goals.\n" in said


def test_what_is_our_judgement_is_said_to_be() -> None:
    said = output_of("ask", ASKED)
    assert "You know what study costs." in said
    assert "(This is our judgement.)" in said


def test_no_id_is_shown_to_a_person() -> None:
    said = output_of("ask", ASKED, "--full")
    for name in ("knows-costs", "nursery-manager", "certificate-to-diploma", "not-asked", "least-to-gain"):
        assert name not in said


def test_the_date_in_the_question_is_the_date_of_the_answer() -> None:
    answer = json_of("ask", f"{ASKED[:-1]} as of 2020?")
    assert answer["as_of"] == "2020-01-01"
    assert answer["question"] == f"{ASKED[:-1]} as of 2020?"


def test_as_of_is_the_date_where_the_question_has_none() -> None:
    assert json_of("ask", ASKED, "--as-of", "2019-05-06")["as_of"] == "2019-05-06"


def test_a_withdrawn_step_is_said_to_be_withdrawn_and_since_when() -> None:
    today = output_of("ask", "from certificate in care to nursery manager")
    before = output_of("ask", "from certificate in care to nursery manager as of 2020-01-01")
    closed = "would have helped, but it is withdrawn; last certification July 2021."
    assert closed in today
    assert closed not in before


def test_what_a_learner_has_changes_the_answer_and_says_why() -> None:
    told = output_of("ask", ASKED, "--have", "wants-to-manage", "--have", "knows-costs")
    assert "You want to manage a nursery. Already so: your answer." in told
    fewer = json_of("ask", ASKED, "--have", "wants-to-manage")["routes"][0]["figures"]["to_gain"]
    assert fewer == json_of("ask", ASKED)["routes"][0]["figures"]["to_gain"] - 1


def test_json_carries_the_answer_in_plain_english() -> None:
    answer = json_of("ask", ASKED)["answer"]
    assert answer.startswith("There are ")
    assert "Step 1 is to Diploma in care, at level 3. It takes about a year and a half." in answer
    assert "Source: The Book of Care, Section 3." in answer


def test_json_says_how_the_question_was_understood() -> None:
    understood = json_of("ask", "how do I get from L2 care to L4?")["understood"]
    assert understood["intent"] == "routes"
    assert understood["start"] == {
        "sector": "care",
        "level": "L2",
        "positions": [{"id": "certificate", "title": "Certificate in care"}],
    }
    assert understood["goal"]["sector"] is None
    assert understood["goal"]["level"] == "L4"


def test_markdown_is_a_page_with_the_question_as_its_title() -> None:
    lines = output_of("ask", ASKED, "--format", "markdown").splitlines()
    assert lines[0] == f"# {ASKED}"
    assert "### Step 1: Diploma in care, at level 3" in lines
    assert "- You want to manage a nursery." in lines


def test_the_adviser_s_question_prints_on_one_page() -> None:
    asked = "how do I get from L3 childcare to L4?"
    said = run("ask", asked, "--format", "markdown").stdout
    rows = sum(1 + len(line) // 120 for line in said.splitlines())
    assert rows <= 85


def test_csv_has_a_row_for_each_step_and_each_thing_it_asks() -> None:
    header, *rows = output_of("ask", ASKED, "--format", "csv").splitlines()
    assert header == ("route,step,from,to,months,kind,statement,status,because,source,locator,evidence,id")
    assert rows[0] == (
        "1,1,Certificate in care,Diploma in care,18,step,,,,The Book of Care,Section 3,published,"
        "certificate-to-diploma"
    )
    assert any(",aspiration,You want to manage a nursery.,not-asked,not asked yet," in row for row in rows)


def test_a_question_that_is_not_understood_says_what_to_ask() -> None:
    result = on_story("ask", "lorem ipsum")
    assert result.exit_code == 2
    assert "recognised" in result.stdout


def test_csv_without_a_route_says_why_beside_the_empty_table() -> None:
    result = on_story("ask", "from nursery manager to joinery diploma", "--format", "csv")
    assert result.exit_code == 3
    assert result.stdout.count("\n") == 1
    assert result.stderr.startswith("There is no route from Nursery manager to Joinery diploma")


def test_next_steps_are_told_once_each() -> None:
    said = output_of("ask", "what can I do next after room leader?")
    assert "Next step 1: to Nursery manager" in said
    assert "Step 1: Nursery manager\n---" not in said


def test_ways_in_are_told_apart_by_where_they_start() -> None:
    said = output_of("ask", "what do I need to be a nursery manager?")
    assert "Way 1: from Award for managers" in said
    assert "Asked: what is needed for Nursery manager" in said


def test_the_home_question_is_answered_from_the_shipped_data() -> None:
    result = run("ask", "how do I get from L3 childcare to L4?")
    assert result.exit_code == 0
    assert result.stdout.count("\nRoute ") >= 3


def test_an_ask_without_a_question_is_bad_usage() -> None:
    assert run("ask").exit_code == 2
