"""What the address of a page says: start, goal, preference, date, limits, routes. Nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from pathways.catalogue import Catalogue
from pathways.errors import PathwaysError
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
    ignored: list[str] = []
    start = _places("start", params, catalogue, ignored)
    goal = _places("goal", params, catalogue, ignored)
    prefer = params.get("prefer")
    if prefer is not None and prefer not in list(Prefer):
        ignored.append("prefer")
        prefer = None
    as_of = _day(params, ignored)
    limits = _limits(params, catalogue, ignored)
    return Address(
        start=start,
        goal=goal,
        prefer=Prefer(prefer) if prefer else None,
        as_of=as_of,
        route=params.get("route", "")[:MOST_LETTERS] or None,
        beside=params.get("beside", "")[:MOST_LETTERS] or None,
        limits=limits,
        ignored=tuple(ignored),
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


def _limits(params: Mapping[str, str], catalogue: Catalogue, ignored: list[str]) -> Limits:
    avoid = _places("avoid", params, catalogue, ignored)
    types: list[str] = []
    for text in params.get("avoid_type", "")[:MOST_LETTERS].split(",")[:MOST_PLACES]:
        try:
            types += [read_type(text, catalogue)] if text.strip() else []
        except PathwaysError:
            ignored.append("avoid_type")
    within, study = params.get("within"), params.get("study")
    months = int(within) if within and within.isascii() and within.isdigit() and len(within) < 5 else 0
    if within is not None and not 1 <= months <= MOST_MONTHS:
        ignored.append("within")
        months = 0
    if study is not None and study not in list(Study):
        ignored.append("study")
        study = None
    return Limits(avoid, tuple(dict.fromkeys(types)), months or None, Study(study) if study else None)


def _places(
    name: str, params: Mapping[str, str], catalogue: Catalogue, ignored: list[str]
) -> tuple[Place, ...]:
    places: list[Place] = []
    for text in params.get(name, "")[:MOST_LETTERS].split(",")[:MOST_PLACES]:
        try:
            places += [read_place(text, catalogue)] if text.strip() else []
        except PathwaysError:
            ignored.append(name)
    return tuple(dict.fromkeys(places))


def _day(params: Mapping[str, str], ignored: list[str]) -> date | None:
    text = params.get("as_of")
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        ignored.append("as_of")
        return None
