"""Options that several commands share, written once: the fields of a dataclass as options of a command."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Any, get_type_hints


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the fields of its last parameter's dataclass as options after its own.

    Typer reads a signature, so this makes one, and puts what was typed back into the dataclass.
    """
    hints = get_type_hints(command, include_extras=True)
    *own, last = signature(command).parameters.values()
    held = hints[last.name]
    of_fields = get_type_hints(held, include_extras=True)
    names = [field.name for field in dataclasses.fields(held)]
    parameters = [
        *(Parameter(each.name, each.kind, default=each.default, annotation=hints[each.name]) for each in own),
        *(
            Parameter(
                field.name,
                Parameter.POSITIONAL_OR_KEYWORD,
                default=field.default,
                annotation=of_fields[field.name],
            )
            for field in dataclasses.fields(held)
        ),
    ]

    @wraps(command)
    def spread_out(**given: Any) -> None:
        options = held(**{name: given.pop(name) for name in names})
        command(**given, **{last.name: options})

    spread_out.__dict__["__signature__"] = signature(command).replace(parameters=parameters)
    spread_out.__annotations__ = {each.name: each.annotation for each in parameters}
    return spread_out
