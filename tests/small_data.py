"""The small dataset of docs/checks.md, the examples that change it, and reading either of them."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph_loader import Reading, read_data

TODAY = date(2026, 11, 22)
DOCS = Path(__file__).parent.parent / "docs"

_EXAMPLE = re.compile(
    r"^### `([a-z0-9-]+)` \((error|warning|note)\)\n(.*?)"
    r"^Breaks:\n```(yaml|csv)\n(.*?)^```\nPasses:\n```\w+\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Documented:
    """A code as docs/checks.md describes it. `part` is the heading it stands under."""

    code: str
    severity: str
    says: str
    form: str
    breaks: str
    passes: str
    part: str


@cache
def checks_page() -> str:
    return (DOCS / "checks.md").read_text("utf-8")


@cache
def documented() -> tuple[Documented, ...]:
    """Every code with examples, in the order of the page."""
    found = []
    for part in re.split(r"^## ", checks_page(), flags=re.MULTILINE)[1:]:
        heading = part.split("\n", 1)[0]
        found += [Documented(*match, heading) for match in _EXAMPLE.findall(part)]
    return tuple(found)


@cache
def small_text() -> str:
    """The small dataset, as one file."""
    return re.findall(
        r"```yaml\n(.*?)^```", checks_page().split("## A small dataset")[1], re.MULTILINE | re.DOTALL
    )[0]


def small() -> dict[str, Any]:
    """The small dataset, for a test to change."""
    return deepcopy(yaml.load(small_text(), Loader=yaml.BaseLoader))


def changed(example: str) -> list[dict[str, Any]]:
    """The small dataset with what an example says; a sector of the example's own is a second file."""
    base, change = small(), yaml.load(example, Loader=yaml.BaseLoader)
    if change.get("sector", {}).get("id", "care") != "care":
        own = {
            name: change.pop(name)
            for name in ("sector", "qualifications", "job_roles", "matrix")
            if name in change
        }
        files = [base, {"schema": "1", **own}]
    else:
        files = [base]
    for section, said in change.items():
        if section == "sector":
            base["sector"].update(said)
        elif section == "matrix":
            _change(base["matrix"]["rows"], said["rows"], ("at", "into"))
        else:
            _change(base.setdefault(section, []), said, ("id",))
    return files


def _change(records: list[dict[str, Any]], said: list[dict[str, Any]], by: tuple[str, ...]) -> None:
    places = {tuple(record[name] for name in by): record for record in records}
    for change in said:
        key = tuple(change[name] for name in by)
        record = places.pop(key, None)
        if record is None:
            records.append(change)
        else:
            record.update(change)


def written(value: dict[str, Any]) -> str:
    """A dataset as the text of a data file: every value quoted, what is empty left out."""
    full = {name: _without_empty(each) for name, each in value.items()}
    return yaml.safe_dump(full, sort_keys=False, allow_unicode=True, default_style='"')


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_empty(each) for name, each in value.items() if each != ""}
    return [_without_empty(each) for each in value] if isinstance(value, list) else value


def read_texts(folder: Path, *texts: str, today: date = TODAY, ending: str = "yaml") -> Reading:
    """Write each text to a file of its own, and read them together."""
    paths = [folder / f"file-{number}.{ending}" for number in range(1, len(texts) + 1)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return read_data(paths, today=today)


def said_by(reading: Reading) -> list[str]:
    """Every notice as "code file:line:column: message", with the file's name alone."""
    return [f"{each.code} {_short(str(each))}" for each in reading.notices]


def _short(notice: str) -> str:
    return re.sub(r"\S*/", "", notice, count=1) if notice.startswith("/") else notice
