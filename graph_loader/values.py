"""Text into the values of the model: numbers, dates, yes or no, one of a few words, lists and records."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_origin

from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from graph_loader.fields import describe, lay_out
from graph_loader.tree import Items
from pathways.places import nearest_names

_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LINES = re.compile(r"\s*[\r\n\x85\u2028\u2029]\s*")
_TRUTH = {"true": True, "false": False}


def as_text(value: Any, _: Any = str) -> str:
    """Return text; the lines of a longer text are joined with spaces."""
    if not isinstance(value, str):
        raise ValueError(f"{describe(value)}. Write text.")
    return _LINES.sub(" ", value).strip() if _LINES.search(value) else value


def as_whole_number(value: Any, _: Any = int) -> int:
    """Return a whole number of at most nine digits."""
    if not isinstance(value, str) or not _WHOLE_NUMBER.fullmatch(value):
        raise ValueError(
            f"{describe(value)}, which is not a whole number. Write digits only, for example 18."
        )
    return int(value)


def as_date(value: Any, _: Any = date) -> date:
    """Return a date written year-month-day."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise ValueError(
            f"{describe(value)}, which is not a date. Write year-month-day, for example 2021-07-31."
        )
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(
            f"{describe(value)}, but there is no such day. Check the year, month and day."
        ) from None


def as_truth(value: Any, _: Any = bool) -> bool:
    """Return yes or no, written true or false."""
    if not isinstance(value, str) or value.lower() not in _TRUTH:
        raise ValueError(f"{describe(value)}. Write true or false.")
    return _TRUTH[value.lower()]


def as_word(value: Any, words: type[StrEnum]) -> StrEnum:
    """Return one of a few words."""
    known = [word.value for word in words]
    if value in known:
        return words(value)
    near = nearest_names(value, known, 1) if isinstance(value, str) else ()
    hint = f"Did you mean '{near[0]}'?" if near else f"Write one of {', '.join(known)}."
    raise ValueError(f"{describe(value)}, which is not known here. {hint}")


def _list_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    item = get_args(kind)[0]
    entry = converter.get_structure_hook(item)

    def as_list(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, Items):
            hint = f"[{value}]" if isinstance(value, str) and len(value) <= 40 else "a list"
            raise ValueError(f"{describe(value)}, which is not a list. Write {hint}.")
        entries, problems = [], []
        for index, each in enumerate(value):
            try:
                entries.append(entry(each, item))
            except Exception as problem:
                problem.add_note(IterableValidationNote(f"entry {index + 1}", index, item))
                problems.append(problem)
        if problems:
            raise IterableValidationError("entries", problems, kind)
        return tuple(entries)

    return as_list


def _record_hook(model: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    make = make_dict_structure_fn(model, converter, _cattrs_forbid_extra_keys=True)

    def as_record(value: Any, _: Any) -> Any:
        return make(lay_out(value, model), model)

    return as_record


def _converter() -> Converter:
    converter = Converter(detailed_validation=True)
    for kind, hook in (
        (str, as_text),
        (int, as_whole_number),
        (bool, as_truth),
        (date, as_date),
        (StrEnum, as_word),
    ):
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(_is_tuple, _list_hook)
    converter.register_structure_hook_factory(is_dataclass, _record_hook)
    return converter


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


CONVERTER = _converter()
