"""The options that `ask` and `routes` have in common, and those of them that `transfer` has too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

from explorer import clock
from explorer.loading import read_day, read_learner, read_limits
from explorer.options import ANSWER_OPTIONS, LEARNER_OPTIONS, Format, put_on
from pathways.catalogue import Catalogue
from pathways.learner import Learner
from pathways.limits import Limits, Study
from pathways.model import ConditionKind
from pathways.results import Prefer


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerOptions:
    """What was typed of who asks and when, of the form to print in, and of the data."""

    as_of: str | None
    have: tuple[str, ...]
    lack: tuple[str, ...]
    partly: tuple[str, ...]
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
        return read_learner(self.have, self.lack, self.partly, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOptions(LearnerOptions):
    """What was typed after a question or two places."""

    prefer: Prefer | None
    max_steps: int
    k: int
    without: tuple[ConditionKind, ...]
    avoid: tuple[str, ...]
    avoid_type: tuple[str, ...]
    within_months: int | None
    study: Study | None

    def learner(self) -> Learner:
        """Return who asks, and which conditions do not hold for them. Raises InvalidQuery."""
        return read_learner(self.have, self.lack, self.partly, self.without)

    def limits(self, catalogue: Catalogue) -> Limits:
        """Return what routes are to keep to. Raises UnknownName and InvalidQuery."""
        return read_limits(self.avoid, self.avoid_type, self.within_months, self.study, catalogue)


def with_answer_options(command: Callable[..., None]) -> Callable[..., None]:
    """Put the options of an answer on a command, which is given them as one value, `options`."""
    return _with(AnswerOptions, ANSWER_OPTIONS, command)


def with_learner_options(command: Callable[..., None]) -> Callable[..., None]:
    """Put the options of who asks on a command, which is given them as one value, `options`."""
    return _with(LearnerOptions, LEARNER_OPTIONS, command)


def _with(
    made: type[LearnerOptions], options: Iterable[Callable[[Any], Any]], command: Callable[..., None]
) -> Callable[..., None]:
    names = [field.name for field in fields(made)]

    @wraps(command)
    def given(**values: Any) -> None:
        taken = made(**{name: values.pop(name) for name in names})
        command(**values, options=taken)

    return put_on(given, options)
