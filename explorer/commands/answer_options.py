"""The options that `ask` and `routes` have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from explorer import clock
from explorer.loading import read_day, read_learner, read_limits
from explorer.options import (
    AsOfOption,
    AvoidOption,
    AvoidTypeOption,
    DataOption,
    Format,
    FormatOption,
    FullOption,
    HaveOption,
    MaxStepsOption,
    NotOption,
    PartlyOption,
    PreferOption,
    RoutesOption,
    StoreOption,
    StudyOption,
    WithinMonthsOption,
    WithOption,
    WithoutOption,
)
from pathways.catalogue import Catalogue
from pathways.learner import Learner
from pathways.limits import Limits
from pathways.queries import MOST_STEPS


@dataclass(frozen=True, slots=True)
class AnswerOptions:
    """What was typed after a question or two places. Each field becomes an option: see `spread`."""

    prefer: PreferOption = None
    as_of: AsOfOption = None
    max_steps: MaxStepsOption = MOST_STEPS
    k: RoutesOption = 5
    have: HaveOption = None
    lack: NotOption = None
    partly: PartlyOption = None
    without: WithoutOption = None
    avoid: AvoidOption = None
    avoid_type: AvoidTypeOption = None
    within_months: WithinMonthsOption = None
    study: StudyOption = None
    full: FullOption = False
    form: FormatOption = Format.TEXT
    data: DataOption = None
    beside: WithOption = None
    store: StoreOption = None

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
        return read_learner(self.have or [], self.lack or [], self.partly or [], self.without or [])

    def limits(self, catalogue: Catalogue) -> Limits:
        """Return what routes are to keep to. Raises UnknownName and InvalidQuery."""
        return read_limits(self.avoid or [], self.avoid_type or [], self.within_months, self.study, catalogue)
