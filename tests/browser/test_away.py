"""The banner of a shared store that is away, in a browser: there at once, clean, and gone by itself."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from explorer.settings import STORE
from explorer.words.serving import BACK
from tests.browser.axe import violations
from tests.browser.conftest import Open, running, settle
from tests.serving import shared
from tests.shipped import shipped


def test_the_banner_is_there_at_the_start_and_follows_the_store_by_itself(open_page: Open, tmp_path: Path):
    back = tmp_path / "back"
    with running("tests/browser/app_with_store.py", **{STORE: "neo4j", "STORE_IS_BACK": str(back)}) as app:
        page = open_page("/about", at=app)
        banner = page.get_by_role("status").filter(has_text="The shared data")
        expect(banner).to_contain_text("you are looking at the data that come with Pathway Explorer")
        expect(page.locator(".pe-hash")).to_contain_text(shipped().content_hash)
        assert "database.example" not in page.content()
        assert violations(page) == []

        back.touch()
        expect(banner).to_have_text(BACK, timeout=60_000)
        expect(page.locator(".pe-hash")).to_contain_text(shipped().content_hash)  # nothing moves

        page.reload()
        settle(page)
        expect(page.locator(".pe-hash")).to_contain_text(shared().content_hash)
        expect(banner).to_have_count(0)
