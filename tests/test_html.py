"""HTML that cannot be broken out of, and labels that Markdown cannot read anything into."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.drawings.html import Html, join, tag
from explorer.screen import plain

EXPLORER = Path(__file__).parent.parent / "explorer"


def test_text_is_escaped_and_html_made_here_is_not():
    assert tag("p", "1 < 2 & 3", tag("b", "x")) == "<p>1 &lt; 2 &amp; 3<b>x</b></p>"


def test_attributes_cannot_be_closed_from_inside():
    assert tag("p", title='"><script>') == '<p title="&quot;&gt;&lt;script&gt;"></p>'


def test_class_for_and_hyphens_are_written_as_html_has_them():
    assert tag("p", class_="a", aria_label="b", open=True, hidden=False, id=None) == (
        '<p class="a" aria-label="b" open></p>'
    )


def test_what_is_absent_is_left_out():
    assert join(None, "a", None, Html("<hr>")) == "a<hr>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Level 3, care", "Level 3, care"),
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("![x](http://evil)", "!\\[x\\](http:\u2060//evil)"),
        ("<img onerror=1>", r"\<img onerror=1>"),
        ("$x$", r"\$x\$"),
        (":red[x] :smile:", ":\u2060red\\[x\\] :\u2060smile:"),
        ("www.evil.example", "www\u2060.evil.example"),
        ("a@b.example", "a@\u2060b.example"),
        ("a -> b", "a -\u2060> b"),
        ("# head", r"\# head"),
        ("1. one", r"1\. one"),
    ],
)
def test_a_label_shows_as_it_is(text, shown):
    assert plain(text) == shown


def test_only_one_module_hands_html_to_the_page():
    for file in EXPLORER.rglob("*.py"):
        source = file.read_text("utf-8")
        assert "unsafe_allow" not in source
        assert "st.html(" not in source or file.name == "screen.py"


def test_scripts_never_write_html():
    for file in EXPLORER.rglob("*.js"):
        source = file.read_text("utf-8")
        assert not any(
            word in source for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
        )


def test_nothing_of_ours_points_to_another_host():
    ours = [each for each in EXPLORER.rglob("*.js") if not each.name.startswith("vis-network")]
    for file in [*ours, *EXPLORER.rglob("*.css"), *EXPLORER.rglob("drawings/*.html")]:
        source = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in source.replace("// ", "").replace("\n//", ""), file
        assert "url(" not in source
        assert "@import" not in source
