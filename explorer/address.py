"""What the address of a page says: start, goal, preference, date, routes. Stable slugs, nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from pathways.catalogue import Catalogue
from pathways.errors import PathwaysError
from pathways.places import Place, read_place
from pathways.results import Prefer

MOST_PLACES = 12
MOST_LETTERS = 1000


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
    return Address(
        start=start,
        goal=goal,
        prefer=Prefer(prefer) if prefer else None,
        as_of=as_of,
        route=params.get("route", "")[:MOST_LETTERS] or None,
        beside=params.get("beside", "")[:MOST_LETTERS] or None,
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
    }
    return {name: value for name, value in written.items() if value}


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
