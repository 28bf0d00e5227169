"""`pathways ask --file`: many questions, one index, one row each, whatever becomes of the others."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from explorer import batch, cli, loading
from explorer.commands import batch as command
from explorer.formats.batch import COLUMNS
from explorer.formats.plain import cell
from tests.cli import STORY, fix_today, json_of, on_story, validator

ASKED = "how do I get from certificate in care to nursery manager?"
NO_ROUTE = "from nursery manager to joinery diploma"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    fix_today(monkeypatch, date(2026, 11, 22))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "questions.csv"


def ask(file: Path, text: str, form: str = "csv", code: int = 0) -> str:
    """Return what a batch writes to standard output; it must end with this exit code, and say no more."""
    file.write_text(text, "utf-8")
    result = on_story("ask", "--file", file, "--format", form)
    assert result.exit_code == code, result.output
    assert result.stderr == ""
    return result.stdout


def rows(file: Path, text: str, code: int = 0) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ask(file, text, code=code))))


def test_each_question_is_a_row_in_the_order_of_the_lines(file: Path) -> None:
    said = rows(file, f'name,question\nAnn,"{ASKED}"\nBob,what can I do next after room leader?\n')

    assert [(each["line"], each["reference"]) for each in said] == [("2", "Ann"), ("3", "Bob")]
    assert said[0]["route"] == "Certificate in care > Diploma in care > Room leader > Nursery manager"
    assert (said[0]["steps"], said[0]["outcome"], said[0]["code"]) == ("3", "answered", "0")
    assert said[0]["understood"] == (
        "Asked: routes from Certificate in care to Nursery manager, as of 22 November 2026."
    )
    assert "3 steps" in said[0]["answer"]
    assert said[1]["route"] == "Room leader > Nursery manager"


def test_the_figures_are_those_of_the_answer_itself(file: Path) -> None:
    (said,) = rows(file, f"question\n{ASKED}\n")
    figures = json_of("ask", ASKED)["routes"][0]["figures"]

    assert float(said["to_gain"]) == figures["to_gain"]
    assert (int(said["steps"]), int(said["holes"])) == (figures["steps"], figures["holes"])
    assert said["months"] == ("" if figures["months"] is None else str(figures["months"]))


def test_a_start_and_a_goal_are_places_or_the_words_of_a_question(file: Path) -> None:
    said = rows(
        file, "start,goal\ncertificate,nursery-manager\ncertificate in care,nursery manager\ncare:L2,L4\n"
    )
    assert said[0]["route"] == said[1]["route"]
    assert {each["outcome"] for each in said} == {"answered"}
    assert said[2]["understood"].startswith("Asked: routes from level 2 in")


def test_a_start_alone_asks_for_next_steps_and_a_goal_alone_for_the_way_there(file: Path) -> None:
    said = rows(file, "start,goal\nroom leader,\n,nursery manager\n", code=3)
    assert [each["question"] for each in said] == [
        "What can I do next after room leader?",
        "How do I get to nursery manager?",
    ]
    assert said[0]["understood"].startswith("Asked: next steps from Room leader")
    assert said[1]["understood"].startswith("Asked: routes from no qualifications to Nursery manager")


def test_a_line_says_its_own_preference_day_and_what_is_held(file: Path) -> None:
    said = rows(
        file,
        "start,goal,prefer,as_of,have\n"
        "room-leader,nursery-manager,,,\n"
        "room-leader,nursery-manager,quickest,2025-02-03,knows-costs; wants-to-manage\n",
    )
    assert "as of 3 February 2025, quickest first" in said[1]["understood"]
    assert float(said[1]["to_gain"]) == float(said[0]["to_gain"]) - 1


WRONG = [
    ("care:L9,L4,,,", "not understood", "There is no “L9”."),
    ("certificate,nursery-manager,quikest,,", "not understood", "no preference. Did you mean 'quickest'?"),
    (
        "certificate,nursery-manager,best,,",
        "not understood",
        "There are least-to-gain, fewest-steps, quickest",
    ),
    ("certificate,nursery-manager,,22/11/2026,", "not understood", "'22/11/2026' is not a date. Write it as"),
    ("certificate,nursery-manager,,,knows-cots", "not understood", "knows-costs"),
    (",,quickest,,", "not understood", "The line asks nothing. Fill in a question, or a start and a goal."),
]


@pytest.mark.parametrize(("line", "outcome", "said"), WRONG, ids=[said for *_, said in WRONG])
def test_a_line_that_cannot_be_asked_says_so_and_the_rest_go_on(
    file: Path, line: str, outcome: str, said: str
) -> None:
    good = "certificate,nursery-manager,,,"
    found = rows(file, f"start,goal,prefer,as_of,have\n{good}\n{line}\n{good}\n", code=2)

    assert [each["outcome"] for each in found] == ["answered", outcome, "answered"]
    assert said in found[1]["answer"]
    assert found[1]["code"] == "2"


def test_a_line_with_a_question_and_a_goal_is_asked_which_it_means(file: Path) -> None:
    (said,) = rows(file, f"question,goal\n{ASKED},L4\n", code=2)
    assert said["answer"].startswith("The line has a question and a start or goal as well.")


def test_the_exit_code_tells_the_adviser_what_there_is_to_mend(file: Path) -> None:
    assert rows(file, f"question\n{ASKED}\n{NO_ROUTE}\n", code=3)[1]["outcome"] == "no route"
    assert len(rows(file, f"question\n{NO_ROUTE}\nlorem ipsum\n{ASKED}\n", code=2)) == 3


HOSTILE = ["=1+1", "@SUM(A1)", "+1", "-1", "<script>", "\x1b[31m", "a\u202eb", "“'\"”", "＝1"]


def test_no_cell_can_be_a_formula(file: Path) -> None:
    table = io.StringIO()
    csv.writer(table).writerows(
        [("reference", "question"), *((each, each) for each in HOSTILE if each > " ")]
    )
    for row in rows(file, table.getvalue().replace("\x1b", ""), code=2):
        assert all(value == cell(value) for value in row.values())


def schema_problems(value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator("batch").iter_errors(value)]


def test_json_is_one_object_with_the_answers_that_ask_gives(file: Path) -> None:
    said = json.loads(
        ask(file, f"name,question,prefer\nAnn,{ASKED},\n,{NO_ROUTE},\n,lorem,\n,{ASKED},x\n", "json", code=2)
    )
    assert schema_problems(said) == []
    assert [each["code"] for each in said["answers"]] == [0, 3, 2, 2]
    assert said["answers"][0]["answer"] == json_of("ask", ASKED)
    assert said["answers"][0]["reference"] == "Ann"
    assert said["answers"][3]["answer"] is None
    assert said["answers"][3]["error"]["error"].startswith("'x' is no preference.")


def test_a_broken_answer_would_not_keep_the_schema(file: Path) -> None:
    said = json.loads(ask(file, f"question\n{ASKED}\n", "json"))
    del said["answers"][0]["answer"]["routes"]
    assert schema_problems(said) != []


def test_text_has_each_question_with_its_answer_below(file: Path) -> None:
    said = ask(file, f"id,question\n7,{ASKED}\n8,lorem ipsum\n", "text", code=2)
    assert said.startswith(f"7: {ASKED}\n=====")
    assert "Step 1 is to Diploma in care" in said
    assert "\n\n8: lorem ipsum\n" in said


def test_markdown_is_a_page_with_a_heading_for_each(file: Path) -> None:
    said = ask(file, f"question\n{ASKED}\n{NO_ROUTE}\n", "markdown", code=3)
    assert said.count("\n## ") + said.startswith("## ") == 2


def test_full_tells_each_answer_in_full(file: Path) -> None:
    file.write_text(f"question\n{ASKED}\n", "utf-8")
    assert "Step 1: Diploma in care" in on_story("ask", "--file", file, "--full").stdout


def test_a_dash_is_standard_input() -> None:
    result = CliRunner().invoke(
        cli.app, ["ask", "--file", "-", "--format", "csv", "--data", str(STORY)], input=f"{ASKED}\n\nlorem\n"
    )
    assert result.exit_code == 2
    assert [line.split(",")[0] for line in result.stdout.splitlines()] == ["line", "1", "3"]


def test_options_hold_for_every_line(file: Path) -> None:
    file.write_text(f"question\n{ASKED}\n", "utf-8")
    said = on_story("ask", "--file", file, "--format", "csv", "--as-of", "2025-02-03").stdout
    assert "as of 3 February 2025" in said


@pytest.mark.parametrize("options", [("--as-of", "yesterday"), ("--have", "a", "--not", "a")])
def test_an_option_that_cannot_be_read_is_said_once(file: Path, options: tuple[str, ...]) -> None:
    file.write_text(f"question\n{ASKED}\n{ASKED}\n", "utf-8")
    result = on_story("ask", "--file", file, "--format", "csv", *options)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_a_file_that_cannot_be_read_ends_with_1_and_its_place(tmp_path: Path) -> None:
    result = on_story("ask", "--file", tmp_path / "none.txt")
    assert result.exit_code == 1
    assert result.stderr.endswith("none.txt:1:1: There is no such file or folder. Check the path.\n")
    assert json_of("ask", "--file", tmp_path, code=1)["notices"][0]["line"] == 1


@pytest.mark.parametrize("words", [(), ("what next?", "--file", "q.txt")])
def test_one_of_a_question_and_a_file_is_needed(words: tuple[str, ...]) -> None:
    result = on_story("ask", *words)
    assert result.exit_code == 2
    assert "Give a question, or --file and a file of questions." in result.stderr


def test_the_data_are_read_once_and_what_is_asked_again_is_answered_once(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, asked = [], []
    open_catalogue, answer = loading.open_catalogue, batch.answer_question
    monkeypatch.setattr(
        loading, "open_catalogue", lambda *given: opened.append(given) or open_catalogue(*given)
    )
    monkeypatch.setattr(batch, "answer_question", lambda *given: asked.append(given) or answer(*given))
    said = rows(file, "name,question\n" + "".join(f"{number},{ASKED}\n" for number in range(20)))

    assert (len(opened), len(asked), len(said)) == (1, 1, 20)
    assert [each["reference"] for each in said] == [str(number) for number in range(20)]


def test_what_is_done_is_kept_when_it_is_stopped(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*given: Any) -> Iterator[batch.Outcome]:
        yield next(batch.answer_lines(*given))
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "answer_lines", stopped)
    file.write_text(f"question\n{ASKED}\n{ASKED}\n", "utf-8")
    result = on_story("ask", "--file", file, "--format", "csv")

    assert result.exit_code != 0
    assert [line.split(",")[0] for line in result.stdout.splitlines()] == [COLUMNS[0], "2"]


def test_a_person_who_waits_for_a_file_sees_how_far_it_is(tmp_path: Path) -> None:
    (tmp_path / "q.txt").write_text(f"{ASKED}\nlorem\n", "utf-8")
    ours, theirs = pty.openpty()
    command_line = [sys.executable, "-m", "explorer.cli", "ask", "--file", str(tmp_path / "q.txt")]
    process = subprocess.Popen(
        [*command_line, "--format", "csv", "--data", str(STORY)], stdout=subprocess.PIPE, stderr=theirs
    )
    out, _ = process.communicate(timeout=120)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)

    assert "Questions" in shown
    assert "100%" in shown
    assert out.count(b"\n") == 3


def test_a_thousand_questions_take_one_search_for_each_that_differs(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched = []
    answer = batch.answer_places
    monkeypatch.setattr(batch, "answer_places", lambda *given: searched.append(given) or answer(*given))
    starts = ("certificate", "diploma", "room-leader", "entry-award")
    said = rows(file, "start,goal\n" + "".join(f"{starts[n % 4]},nursery-manager\n" for n in range(1000)))

    assert (len(said), len(searched)) == (1000, 4)
