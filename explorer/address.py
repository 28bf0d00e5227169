"""What the address of a page says: start, goal, preference, date, limits, routes. Nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from explorer.address_parts import Parts
from pathways.catalogue import Catalogue
from pathways.limits import NO_LIMITS, Limits, Study, read_type
from pathways.places import Place, read_place
from pathways.results import Prefer

MOST_PLACES = 12
MOST_LETTERS = 1000
MOST_MONTHS = 600


@dataclass(frozen=True, slots=True)
class Address:
    """What is asked for, as far as an address can say it.

    `route` is the slug of the route that is looked at, `beside` that of the one it is compared with.
    `ignored` names the parts that could not be read.
    """

    start: tuple[Place, ...] = ()
    goal: tuple[Place, ...] = ()
    prefer: Prefer | None = None
    as_of: date | None = None
    route: str | None = None
    beside: str | None = None
    ignored: tuple[str, ...] = ()
    limits: Limits = NO_LIMITS

    @property
    def asks(self) -> bool:
        """Whether there is anything to answer."""
        return bool(self.start or self.goal)

    @property
    def question(self) -> Address:
        """What is asked, without the routes that are looked at."""
        return replace(self, route=None, beside=None)


def read_address(params: Mapping[str, str], catalogue: Catalogue) -> Address:
    """Read an address. Whatever is not known is left out, and named in `ignored`."""
    parts = Parts(params)

    def place(text: str) -> Place:
        return read_place(text, catalogue)

    return Address(
        start=parts.many("start", place, MOST_PLACES),
        goal=parts.many("goal", place, MOST_PLACES),
        prefer=parts.one("prefer", Prefer),
        as_of=parts.one("as_of", date.fromisoformat),
        route=params.get("route", "")[:MOST_LETTERS] or None,
        beside=params.get("beside", "")[:MOST_LETTERS] or None,
        limits=Limits(
            parts.many("avoid", place, MOST_PLACES),
            parts.many("avoid_type", lambda text: read_type(text, catalogue), MOST_PLACES),
            parts.one("within", _months),
            parts.one("study", Study),
        ),
        ignored=parts.ignored,
    )


def to_params(address: Address) -> dict[str, str]:
    """Return an address as query parameters; reading them gives the same address again."""
    written = {
        "start": ",".join(str(place) for place in address.start[:MOST_PLACES]),
        "goal": ",".join(str(place) for place in address.goal[:MOST_PLACES]),
        "prefer": str(address.prefer or ""),
        "as_of": address.as_of.isoformat() if address.as_of else "",
        "route": address.route or "",
        "beside": address.beside or "",
        **_written_limits(address.limits),
    }
    return {name: value for name, value in written.items() if value}


def _written_limits(limits: Limits) -> dict[str, str]:
    within = limits.within_months or 0
    return {
        "avoid": ",".join(str(place) for place in limits.avoid[:MOST_PLACES]),
        "avoid_type": ",".join(limits.avoid_types[:MOST_PLACES]),
        "within": str(within) if 1 <= within <= MOST_MONTHS else "",
        "study": str(limits.study or ""),
    }


def _months(text: str) -> int:
    """Read a number of months. Raises ValueError."""
    months = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
    if not 1 <= months <= MOST_MONTHS:
        raise ValueError
    return months
