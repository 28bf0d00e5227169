"""What docs/neo4j.md and compose.yaml say of the shared store is so."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from explorer.cli import app
from graph_loader.from_catalogue import empty
from graph_loader.neo4j_faults import INSECURE, NO_NEO4J, SENTENCES, UNREACHABLE
from graph_loader.neo4j_session import LOADING, READING
from graph_loader.neo4j_settings import KEYS, SETTINGS, read_settings, variable

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "neo4j.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = [
    line for kind, text in BLOCKS if not kind for line in text.splitlines() if line.startswith("pathways ")
]
QUERIES = [
    query.strip() for kind, text in BLOCKS if kind == "cypher" for query in text.split(";") if query.strip()
]


def service() -> dict[str, Any]:
    described: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    (only,) = described["services"].values()
    return dict(only)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_page_can_be_typed(command: str) -> None:
    words = shlex.split(command)[1:]
    group: click.Command = app
    while isinstance(group, click.Group):
        name = words.pop(0)
        assert name in group.commands
        group = group.commands[name]
    group.make_context(name, words)  # raises click.UsageError for words that it does not take


def test_every_setting_of_the_page_is_one_and_none_is_left_out() -> None:
    told = set(re.findall(r"^\| `((?:NEO4J|PATHWAYS)_\w+)` \|", PAGE, re.MULTILINE))
    assert told == {SETTINGS, *map(variable, KEYS)}


def test_the_file_of_settings_that_is_shown_is_one(tmp_path: Path) -> None:
    (text,) = (text for kind, text in BLOCKS if kind == "toml")
    assert set(tomllib.loads(text)["neo4j"]) <= set(KEYS)
    file = tmp_path / "settings.toml"
    file.write_text(text, "utf-8")
    assert read_settings({SETTINGS: str(file)}).uri == "bolt://localhost:7687"


def test_what_goes_wrong_is_said_in_the_words_of_the_program() -> None:
    sentences = [*SENTENCES.values(), INSECURE, NO_NEO4J, UNREACHABLE, str(empty())]
    source = "".join(
        re.sub(r'"\s*f?"', "", (ROOT / "graph_loader" / f"neo4j_{name}.py").read_text("utf-8"))
        for name in ("session", "load", "settings")
    )
    known = " ".join([*sentences, source]).replace("{uri}", "...").replace("{self.settings.uri}", "...")
    known = known.replace("{self._patience.answer:g}", f"{READING.answer:g}")
    table = PAGE.partition("| what it says |")[2].partition("\n\n")[0]
    told = re.findall(r"^\| ([^|-][^|]+?) \|", table, re.MULTILINE)
    assert len(told) >= 10
    for each in told:
        assert each.removeprefix("...").removesuffix("...").strip() in known


def test_the_limits_are_those_of_the_program() -> None:
    def told(what: str) -> list[int]:
        (line,) = re.findall(rf"^\| {what} \|(.*)\|$", PAGE, re.MULTILINE)
        return [int(each) for each in re.findall(r"(\d+) s", line)]

    assert told("to connect") == [READING.connect] == [LOADING.connect]
    assert told("a free connection") == [READING.acquire, LOADING.acquire]
    assert told("trying again after a passing fault") == [READING.retry, LOADING.retry]
    assert told("the answer to one query") == [READING.answer, LOADING.answer]


def test_compose_refuses_to_start_without_a_password_and_names_no_other_variable() -> None:
    text = (ROOT / "compose.yaml").read_text("utf-8")
    asked = re.findall(r"\$\{(\w+)(:\?)?", text)
    assert asked == [(variable("password"), ":?")]


def test_compose_listens_to_this_machine_only_and_has_limits() -> None:
    described = service()
    assert all(str(port).startswith("127.0.0.1:") for port in described["ports"])
    assert described["mem_limit"]
    assert described["healthcheck"]["test"]
    assert re.fullmatch(r"neo4j:5\.26\S*-community", described["image"])


def test_every_query_of_the_page_is_understood_by_a_real_server(neo4j: Any) -> None:
    from neo4j import GraphDatabase
    from neo4j.exceptions import ClientError

    settings = neo4j.settings
    with GraphDatabase.driver(settings.uri, auth=(settings.username, settings.password)) as driver:
        for query in QUERIES:
            if query.startswith("MATCH"):
                driver.execute_query(query, database_=settings.database)
            else:  # Community knows the words, and has no roles
                with pytest.raises(ClientError, match="UnsupportedAdministrationCommand"):
                    driver.execute_query(f"EXPLAIN {query}", database_="system")


def test_every_link_leads_somewhere() -> None:
    for link in re.findall(r"\]\((?!http)([^)#]+)", PAGE):
        assert (ROOT / "docs" / link).exists(), link
