"""What was found wrong, or worth a look, in the data: code, severity, place, message."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters.

    ERROR: the graph would be wrong, so nothing is loaded. WARNING: loaded, but a person should look.
    INFO: worth knowing; the answers do not suffer.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. Lines and columns count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: a record by kind and id, and the path of a field inside it.

    `field` follows the names and positions in the file, for example ("any_of", 0, "position").
    """

    kind: str
    id: str
    field: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check, before anyone knows which file and line it came from."""

    code: str
    severity: Severity
    subject: Subject
    message: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One finding with its place. `message` says what is wrong (the value) and what would be right."""

    code: str
    severity: Severity
    location: Location | None
    message: str
    subject: Subject | None = field(default=None)

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location else ""
        return f"{place}{self.message}"
