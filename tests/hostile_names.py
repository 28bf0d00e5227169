"""Twenty payloads, and a dataset that carries one of them in every text field there is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from pathways.checks.texts import LIMITS
from tests.cli import STORY

PAYLOADS = {
    "script": "<script>window.harm=1</script>",
    "script-end": "</script><script>window.harm=1</script>",
    "style-end": "</style><style>*{display:none}</style>",
    "textarea-end": "</textarea></title><script>window.harm=1</script>",
    "comment": "--><script>window.harm=1</script><!--",
    "cdata": "]]><script>window.harm=1</script><![CDATA[",
    "image": '<img src=x onerror="window.harm=1">',
    "svg": '"><svg onload=window.harm=1>',
    "attribute": "' onmouseover='window.harm=1' autofocus onfocus='window.harm=1' x='",
    "frame": '<iframe srcdoc="<script>parent.harm=1</script>"></iframe>',
    "link": "javascript:window.harm=1",
    "markdown-link": "[x](javascript:window.harm=1) <http://outside.example>",
    "markdown-image": "![x](http://outside.example/x.png)",
    "markdown-block": "# x | `x` | $x^2$ | :red[x] | :smile: | **x** | - [ ] x",
    "template": "{{constructor.constructor('window.harm=1')()}} ${window.harm=1} %(x)s {x}",
    "equals": '=HYPERLINK("http://outside.example","x")',
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "address": "https://outside.example/www.outside.example x@outside.example",
}
"""What a page, a picture, a spreadsheet, Markdown or a template could take for more than text."""

CONTROLS = {
    "colour": "\x1b[31m",
    "terminal-link": "\x1b]8;;http://outside.example\x07x\x1b]8;;\x07",
    "carriage-return": "x\ry",
    "line-break": "x\n=1+1",
    "nul": "x\x00y",
    "backspace": "x\x08y",
    "c1": "x\x9b31my",
    "turned-round": "x\u202ey",
    "separator": "x\u2028y",
}
"""Characters that steer a terminal or a line. Data that hold one are refused, and the refusal quotes it."""


def write_poisoned(folder: Path, payload: str) -> Path:
    """Write the data of `tests/story` to a folder, every text field filled and led by a payload."""
    for file in STORY.rglob("*.yaml"):
        _write(folder / file.relative_to(STORY), _poisoned(_filled(_read(file)), payload))
    return folder


def write_every(folder: Path) -> Path:
    """Write one dataset with a copy of the data for each payload; ids of a copy end in the payload's name."""
    files = {each.relative_to(STORY): _read(each) for each in STORY.rglob("*.yaml")}
    shared = {path: data for path, data in files.items() if {"levels", "prompts"} & set(data)}
    copied = {path: data for path, data in files.items() if path not in shared}
    ids = set(_list_ids(list(copied.values())))
    for name, payload in PAYLOADS.items():
        for path, data in copied.items():
            renamed = _renamed(_poisoned(_filled(data), payload), ids, name)
            _write(folder / path.with_stem(f"{path.stem}-{name}"), renamed)
    for path, data in shared.items():
        _write(folder / path, _poisoned(data, PAYLOADS["image"]))
    return folder


def _read(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)
    return data


def _write(file: Path, data: dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(data, default_style='"', allow_unicode=True), "utf-8")


def _list_ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from [value["id"]] if "id" in value else ()
        for each in value.values():
            yield from _list_ids(each)
    elif isinstance(value, list):
        for each in value:
            yield from _list_ids(each)


def _renamed(value: Any, ids: Collection[str], name: str, field: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _renamed(each, ids, name, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_renamed(each, ids, name, field) for each in value]
    return f"{value}-{name}" if value in ids and field not in {*LIMITS, "evidence"} else value


def _filled(given: dict[str, Any]) -> dict[str, Any]:
    """Return a file's data with the text fields that its records may have and lack."""
    data = deepcopy(given)
    cited = {"source": "book", "locator": "page 1", "evidence": "published"}
    for source in data.get("sources", ()):
        source |= {"url": "x", "licence": "x", "note": "x"}
    if "sector" in data:
        said = {"statement": "x", **cited}
        data["sector"] |= {"subject_area": "x", "drivers": [said], "barriers": [{**said, "way_round": "x"}]}
    for each in (*data.get("qualifications", ()), *data.get("job_roles", ())):
        each.setdefault("aliases", [f"other name of {each['id']}"])
        each.setdefault("summary", "x")
        each.setdefault("note", "x")
    for each in data.get("qualifications", ()):
        each |= {"awarding_body": "x", "reference": f"number of {each['id']}"}
        each |= {"funding": [{"kind": "funding", "statement": f"pays for {each['id']}"}]}
    for role in data.get("job_roles", ()):
        role |= {"soc2020": "x", "salary": "x"}
    for step in data.get("steps", ()):
        step.setdefault("note", "x")
    return data


def _poisoned(value: Any, payload: str, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _poisoned(each, payload, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_poisoned(each, payload, name) for each in value]
    if name == "url":  # anything else is refused
        return f"https://outside.example/{payload.replace(' ', '')}"
    return f"{payload} {value}" if name in LIMITS else value
