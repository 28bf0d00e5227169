"""A real browser and a running app for the tests of this folder, or the reason why they are skipped."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from explorer.settings import DATA

ROOT = Path(__file__).parent.parent.parent
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""A browser that asks for nothing by itself."""

HERE = Path(__file__).parent

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = pytest.mark.skip(reason="there is no Chromium on this machine (looked for chromium on the PATH)")
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            if shutil.which("chromium") is None:
                item.add_marker(absent)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def app() -> Iterator[str]:
    """The address of an app with the shipped data."""
    with running() as address:
        yield address


@pytest.fixture(scope="session")
def app_with() -> Iterator[Callable[[Path], str]]:
    """Give the address of an app with other data in place of the shipped."""
    addresses: dict[Path, str] = {}
    with ExitStack() as started:

        def address_of(data: Path) -> str:
            if data not in addresses:
                addresses[data] = started.enter_context(running(**{DATA: str(data)}))
            return addresses[data]

        yield address_of


@pytest.fixture
def open_page(chromium: Browser, app: str) -> Iterator[Open]:
    """Open a page of the app and wait until it stands still. Its `outside` lists requests to other hosts."""
    with ExitStack() as opened:

        def open_(
            path: str = "/", *, width: int = 1280, height: int = 800, dark: bool = False, at: str = app
        ) -> Page:
            page = chromium.new_page(
                viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
            )
            opened.callback(page.close)
            page.set_default_timeout(30_000)
            page.goto(at + path)
            settle(page)
            return page

        yield open_


def settle(page: Page) -> None:
    """Wait until the app has answered and everything is drawn."""
    page.locator("h1").first.wait_for()
    page.locator("[data-test-script-state=notRunning]").wait_for()
    if page.locator(".pe-ladder").count():
        page.locator("svg[role=group]").wait_for()
        page.locator("label.card").first.wait_for(state="attached")
    page.wait_for_timeout(300)


@contextmanager
def running(script: str = "app.py", **environment: str) -> Iterator[str]:
    """Run the app on a free port until it is no longer needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail("the app ended before it answered")
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the app did not answer within a minute")
