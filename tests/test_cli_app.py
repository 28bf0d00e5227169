"""`pathways app`: the packaged app with the packaged settings, from any folder."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from pathlib import Path

import pytest

from explorer.launch import (
    app_file,
    environment_name,
    read_settings,
    settings_as_options,
    settings_file,
)
from explorer.settings import data_environment, reads_shared
from pathways.errors import InvalidQuery
from tests.cli import STORY, run

PROBE = """
import json, sys
from streamlit import config
from streamlit.web import bootstrap

def report(path, is_hello, args, flags, **_):
    names = json.loads(sys.stdin.read())
    print(json.dumps({"script": path, **{name: config.get_option(name) for name in names}}))

bootstrap.run = report
from explorer.cli import main
main()
"""


def in_force(names: list[str], folder: Path, *arguments: str, **environment: str) -> dict[str, object]:
    """Return what Streamlit holds for these settings when `pathways app` starts it in a folder."""
    process = subprocess.run(
        [sys.executable, "-c", PROBE, "app", *arguments],
        input=json.dumps(names), capture_output=True, text=True, timeout=120, check=False, cwd=folder,
        env={**os.environ, **environment},
    )  # fmt: skip
    assert process.returncode == 0, process.stderr
    held: dict[str, object] = json.loads(process.stdout.splitlines()[-1])
    return held


def test_every_packaged_setting_is_in_force_from_an_empty_folder(tmp_path: Path) -> None:
    settings = read_settings(settings_file())
    held = in_force(list(settings), tmp_path)
    assert held.pop("script") == str(app_file())
    wanted = {name: list(value) if isinstance(value, list) else value for name, value in settings.items()}
    assert {name: value for name, value in held.items() if value != wanted[name]} == {}


def test_the_hidden_setting_that_saves_the_server_is_among_them(tmp_path: Path) -> None:
    assert in_force(["runner.postScriptGC"], tmp_path)["runner.postScriptGC"] is False


def test_settings_of_the_folder_do_not_get_in_the_way(tmp_path: Path) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text("[runner]\npostScriptGC = true\n", "utf-8")
    assert in_force(["runner.postScriptGC"], tmp_path)["runner.postScriptGC"] is False


def test_the_port_is_the_one_asked_for(tmp_path: Path) -> None:
    assert in_force(["server.port"], tmp_path, "--port", "8599")["server.port"] == 8599


def test_who_runs_the_server_can_set_anything_by_environment(tmp_path: Path) -> None:
    held = in_force(["server.maxUploadSize"], tmp_path, STREAMLIT_SERVER_MAX_UPLOAD_SIZE="7")
    assert held["server.maxUploadSize"] == 7


def test_data_that_cannot_be_read_stop_it_before_it_starts(tmp_path: Path) -> None:
    result = run("app", "--data", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "nowhere" in result.stderr


def test_a_store_that_is_not_named_stops_it() -> None:
    assert run("app", "--store", "neo4j").exit_code == 4


def test_a_port_that_is_none_is_bad_usage() -> None:
    assert run("app", "--port", "http").exit_code == 2


def test_data_are_handed_over_by_environment(tmp_path: Path) -> None:
    named = data_environment([tmp_path / "a", tmp_path / "b"], [])
    assert named == {"PATHWAYS_DATA": os.pathsep.join([str(tmp_path / "a"), str(tmp_path / "b")])}


def test_the_shared_store_is_handed_over_by_environment_and_wants_no_data_beside_it() -> None:
    named = data_environment([], [], "neo4j")
    assert named == {"PATHWAYS_STORE": "neo4j"}
    assert reads_shared(named)
    assert not reads_shared({"PATHWAYS_STORE": "networkx"})
    with pytest.raises(InvalidQuery, match="Unset it, or unset PATHWAYS_DATA and PATHWAYS_WITH"):
        reads_shared({**named, "PATHWAYS_WITH": "more"})


@pytest.mark.parametrize(
    ("setting", "variable"),
    [
        ("server.port", "STREAMLIT_SERVER_PORT"),
        ("runner.postScriptGC", "STREAMLIT_RUNNER_POST_SCRIPT_GC"),
        ("server.enableXsrfProtection", "STREAMLIT_SERVER_ENABLE_XSRF_PROTECTION"),
        ("theme.light.textColor", "STREAMLIT_THEME_LIGHT_TEXT_COLOR"),
    ],
)
def test_a_setting_and_its_variable_are_named_alike(setting: str, variable: str) -> None:
    assert environment_name(setting) == variable


def test_settings_become_options() -> None:
    settings = tomllib.loads("[server]\nheadless = true\nallowedHosts = ['a', 'b']\nport = 80\n")
    flat = {f"server.{name}": value for name, value in settings["server"].items()}
    assert settings_as_options(flat, {"STREAMLIT_SERVER_PORT": "1"}) == [
        "--server.headless=true",
        "--server.allowedHosts=a",
        "--server.allowedHosts=b",
    ]


@pytest.mark.skipif(os.name == "nt", reason="signals are sent as POSIX sends them")
def test_it_serves_and_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    port = _free_port()
    command = ["app", "--port", str(port), "--data", str(STORY)]
    process = subprocess.Popen(
        [sys.executable, "-c", "from explorer.cli import main; main()", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=tmp_path,
        text=True,
    )
    try:
        assert _health(port) == "ok"
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 0
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def _health(port: int) -> str:
    for _ in range(120):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.5)
    return "no answer"
