"""What reaches a terminal or a pipe: no traceback, no control characters, the same bytes each time."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from explorer.cli import app
from explorer.formats.markdown import to_markdown
from explorer.formats.outline_steps import Bullet, Heading, Paragraph
from explorer.formats.plain import cell, markdown, one_line
from explorer.formats.text import to_text
from tests.cli import STORY, run

MAIN = "from explorer.cli import main; main()"
ASK = ("ask", "how do I get from certificate in care to nursery manager?", "--as-of", "2026-11-22")


def start(*arguments: str | Path, **environment: str) -> subprocess.Popen[bytes]:
    """Start the command line as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", MAIN, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )


def finish(process: subprocess.Popen[bytes]) -> tuple[int, bytes, bytes]:
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_the_same_bytes_whatever_the_hash_seed(form: str) -> None:
    command = (*ASK, "--data", STORY, "--format", form)
    outputs = {finish(start(*command, PYTHONHASHSEED=seed))[1] for seed in ("0", "1", "42", "4294967295")}
    assert len(outputs) == 1
    assert next(iter(outputs))


def test_a_reader_that_goes_away_is_no_error() -> None:
    process = start("ask", "how do I get from L3 childcare to L4?", "--full")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert err == b""


def test_a_terminal_that_is_not_utf_8_gets_plain_letters() -> None:
    code, out, err = finish(start(*ASK, "--data", STORY, PYTHONIOENCODING="ascii", PYTHONUTF8="0"))
    assert (code, err) == (0, b"")
    assert b"GBP 22,000 to GBP 27,000" in out


def test_json_is_whole_on_a_terminal_that_is_not_utf_8() -> None:
    command = ("matrix", "show", "childcare", "--format", "json")
    plain, utf8 = (finish(start(*command, PYTHONIOENCODING=name))[1] for name in ("ascii", "utf-8"))
    assert json.loads(plain.decode("ascii")) == json.loads(utf8)


def test_a_question_that_is_not_text_is_still_a_question() -> None:
    process = subprocess.run(
        [sys.executable, "-c", MAIN, "ask", b"caf\xe9 \x1b[31m?", "--data", STORY],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert process.returncode == 2
    assert b"Traceback" not in process.stderr
    assert b"\x1b" not in process.stdout + process.stderr


def test_ctrl_c_ends_without_a_traceback(tmp_path: Path) -> None:
    pipe = tmp_path / "slow.py"
    pipe.write_text(
        "import signal, os\n"
        "from explorer import cli, loading\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored\n"
        "loading.open_catalogue = lambda *_: os.kill(os.getpid(), signal.SIGINT)\n"
        "cli.main()\n",
        "utf-8",
    )
    process = subprocess.run(
        [sys.executable, str(pipe), *ASK], capture_output=True, timeout=60, check=False, text=True
    )
    assert process.returncode in (1, 130, -signal.SIGINT)
    assert "Traceback" not in process.stderr


def test_starting_imports_neither_streamlit_nor_networkx() -> None:
    heavy = {"streamlit", "networkx", "pyvis", "neo4j", "scipy"}
    script = f"import sys, explorer.cli; print(sorted({heavy!r} & sys.modules.keys()))"
    process = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert process.stdout == "[]\n"


def test_every_command_has_help_and_every_option_says_what_it_does() -> None:
    for command in ("ask", "routes", "check", "app", "matrix", "matrix show"):
        said = run(*command.split(), "--help")
        assert said.exit_code == 0
        assert len(said.stdout.splitlines()) > 5
    for command in app.commands.values():
        assert command.help
        assert all(each.help for each in command.params if isinstance(each, click.Option))


def test_the_version_is_that_of_the_distribution() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("pathway-explorer ")


def test_control_and_bidirectional_characters_are_taken_out() -> None:
    assert one_line("a\x1b[31mb\u202ec\nd\x00e\u2066f") == "a[31mbc def"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "\na", "＝1", "＋1", "－1", "＠a"])
def test_no_cell_can_be_a_formula(start: str) -> None:
    assert cell(start) == f"'{start}"


def test_a_hyphen_alone_is_no_formula() -> None:
    assert cell("-") == "-"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![x](http://a.example)", r"!\[x\](http://a.example)"),
        ("<b>bold</b>", r"\<b>bold\</b>"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("# title", r"\# title"),
        ("1. one", r"1\. one"),
        ("- item", r"\- item"),
        ("&lt;i&gt;", r"\&lt;i\&gt;"),
        ("Health & care", "Health & care"),
    ],
)
def test_markdown_in_data_is_shown_and_not_obeyed(text: str, shown: str) -> None:
    assert markdown(text) == shown


def test_text_is_wrapped_only_where_somebody_reads_it_in_a_window() -> None:
    block = Bullet("one two three four five six seven eight nine ten")
    assert to_text([block]) == "  - one two three four five six seven eight nine ten\n"
    assert to_text([block], 30) == "  - one two three four five\n    six seven eight nine ten\n"


def test_lists_stand_close_to_what_they_belong_to() -> None:
    blocks = [Heading(2, "Title"), Paragraph("Said:"), Bullet("a"), Bullet("b", 1), Paragraph("End.")]
    assert to_text(blocks) == "Title\n=====\n\nSaid:\n  - a\n    - b\n\nEnd.\n"
    assert to_markdown(blocks) == "## Title\n\nSaid:\n- a\n  - b\n\nEnd.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="There is no /dev/full here, a disk that is full.")
@pytest.mark.parametrize("command", [("check", STORY), ("export", "--to", "gexf", "-", "--data", STORY)])
def test_a_full_disk_is_a_sentence(command: tuple[str | Path, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", MAIN, *map(str, command)], stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode == 2
    assert done.stderr == b"Standard output cannot be written: no space left on device.\n"
