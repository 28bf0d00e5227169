"""HTML that cannot be broken out of: every text is escaped unless it was made here."""

from __future__ import annotations

from html import escape


class Html(str):
    """A piece of HTML made by `tag` or `join`. A plain string is text, and is escaped where it goes in."""

    __slots__ = ()


def tag(_name: str, *children: str | Html | None, **attributes: str | int | bool | None) -> Html:
    """Return one element. Children that are plain strings are escaped; None is left out.

    `class_` stands for `class`; other underscores stand for hyphens (`aria_label`). An attribute that is
    True is written bare, one that is False or None not at all.
    """
    return Html(f"<{_name}{_written(attributes)}>{join(*children)}</{_name}>")


def join(*children: str | Html | None) -> Html:
    """Return the children one after another, escaped where they are plain strings."""
    return Html("".join(_child(each) for each in children if each is not None))


def _child(child: str | Html) -> str:
    return str(child) if isinstance(child, Html) else escape(child, quote=False)


def _written(attributes: dict[str, str | int | bool | None]) -> str:
    written = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        called = "class" if name == "class_" else name.replace("_", "-")
        written.append(f" {called}" if value is True else f' {called}="{escape(str(value), quote=True)}"')
    return "".join(written)
