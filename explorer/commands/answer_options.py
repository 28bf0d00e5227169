"""The options that `ask` and `routes` have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

from explorer import clock
from explorer.loading import read_day, read_learner, read_limits
from explorer.options import ANSWER_OPTIONS, Format, put_on
from pathways.catalogue import Catalogue
from pathways.learner import Learner
from pathways.limits import Limits, Study
from pathways.model import ConditionKind
from pathways.results import Prefer


@dataclass(frozen=True, slots=True)
class AnswerOptions:
    """What was typed after a question or two places."""

    prefer: Prefer | None
    as_of: str | None
    max_steps: int
    k: int
    have: tuple[str, ...]
    lack: tuple[str, ...]
    partly: tuple[str, ...]
    without: tuple[ConditionKind, ...]
    avoid: tuple[str, ...]
    avoid_type: tuple[str, ...]
    within_months: int | None
    study: Study | None
    full: bool
    form: Format
    data: tuple[Path, ...]
    beside: tuple[Path, ...]
    store: str | None

    @property
    def as_json(self) -> bool:
        """Whether errors too are to be JSON."""
        return self.form is Format.JSON

    def check(self) -> None:
        """Refuse what no data could make sense of, before any are read. Raises InvalidQuery."""
        self.day()
        self.learner()

    def day(self) -> date:
        """Return the day the question is asked of. Raises InvalidQuery."""
        return read_day(self.as_of) if self.as_of else clock.today()

    def learner(self) -> Learner:
        """Return who asks. Raises InvalidQuery where two answers clash."""
        return read_learner(self.have, self.lack, self.partly, self.without)

    def limits(self, catalogue: Catalogue) -> Limits:
        """Return what routes are to keep to. Raises UnknownName and InvalidQuery."""
        return read_limits(self.avoid, self.avoid_type, self.within_months, self.study, catalogue)


def with_answer_options(command: Callable[..., None]) -> Callable[..., None]:
    """Put the options of an answer on a command, which is given them as one value, `options`."""
    names = [field.name for field in fields(AnswerOptions)]

    @wraps(command)
    def given(**values: Any) -> None:
        options = AnswerOptions(**{name: values.pop(name) for name in names})
        command(**values, options=options)

    return put_on(given, ANSWER_OPTIONS)
