"""A wheel, installed alone in a new environment, answers and serves from an empty folder."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel once."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel and its dependencies into an environment of their own; return its `bin`."""
    home = tmp_path_factory.mktemp("alone")
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    python = home / "bin" / "python"
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if re.search(r"NewConnectionError|Temporary failure|No matching distribution", done.stderr):
        pytest.skip(f"the dependencies cannot be fetched here: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    return python.parent


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return tmp_path


def bare() -> dict[str, str]:
    """Return an environment in which nothing of the checkout can be found."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "STREAMLIT"))}


def test_the_wheel_holds_the_packages_the_data_and_what_is_served(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    top = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert top == {"pathways", "graph_loader", "explorer"}
    for part in (
        "graph_loader/data/sectors/childcare.yaml",
        "explorer/entry/app.py",
        "explorer/streamlit.toml",
        "explorer/checks.md",
    ):
        assert part in names
    assert not any(name.startswith("explorer/entry/pages/") for name in names)
    entries = [name for name in names if name.endswith("/app.py") and "commands" not in name]
    assert entries == ["explorer/entry/app.py"]
    served = {path.name for path in (ROOT / "explorer" / "network").iterdir()}
    assert "vis-network.min.js" in served
    assert {f"explorer/network/{name}" for name in served} <= set(names)
    assert "explorer/pyproject.toml" in names
    assert any(name.endswith("licenses/NOTICE") for name in names)


def test_ask_answers_from_an_empty_folder(installed: Path, empty: Path) -> None:
    question = "how do I get from L3 childcare to L4?"
    command = [str(installed / "pathways"), "ask", question, "--format", "json"]
    done = subprocess.run(command, cwd=empty, env=bare(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["routes"]) >= 3
    assert list(empty.iterdir()) == []


@pytest.fixture
def served(installed: Path, empty: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start `pathways app` on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(installed / "pathways"), "app", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=empty, env=bare(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_app_starts_from_an_empty_folder(served: tuple[str, subprocess.Popen[str]]) -> None:
    address, process = served
    for _ in range(120):
        assert process.poll() is None, process.stdout and process.stdout.read()
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health") as answer:
                assert answer.read() == b"ok"
                return
        except urllib.error.URLError:
            time.sleep(0.5)
    pytest.fail("the app did not answer within a minute")
