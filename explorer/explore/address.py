"""What the address of the map page says: what is looked at, how, and what is selected. Nothing personal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from explorer.address_parts import Parts, one_of
from pathways.catalogue import Catalogue, position_type
from pathways.model import Evidence, JobRole, Position

JOBS = "jobs"
QUALIFICATIONS = "qualifications"


class View(StrEnum):
    """The ways the page can show what it shows."""

    MAP = "map"
    NETWORK = "network"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Exploring:
    """What is looked at. An empty filter lets everything through.

    `selected` is the id of the position that is looked at closely. `ignored` names the parts of the address
    that could not be read.
    """

    sectors: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    view: View = View.MAP
    selected: str | None = None
    ignored: tuple[str, ...] = ()

    @property
    def filters(self) -> tuple[str, ...]:
        """The names of the filters that are set."""
        return tuple(name for name in FILTERS if getattr(self, name))

    def filtered(self, chosen: Mapping[str, Sequence[str]]) -> Exploring:
        """Return the same with other filters; those that are not among the chosen let everything through."""
        sectors, levels, kinds, evidence = (tuple(chosen.get(name, ())) for name in FILTERS)
        known = tuple(Evidence(each) for each in evidence)
        return replace(self, sectors=sectors, levels=levels, kinds=kinds, evidence=known)


FILTERS = ("sectors", "levels", "kinds", "evidence")


def kind_slugs(position: Position) -> tuple[str, str]:
    """Return what a position is as the filter has it: job or qualification, and which kind of that."""
    if isinstance(position, JobRole):
        return JOBS, JOBS
    return QUALIFICATIONS, slug(position_type(position))


def slug(text: str) -> str:
    """Return a word of the data as an address has it: "short course" and "short-course" are the same."""
    return "-".join("".join(each if each.isalnum() else " " for each in text.lower()).split())


def list_kinds(catalogue: Catalogue) -> dict[str, str]:
    """Return every kind of position by slug with its name: the two large kinds first, then the commonest."""
    names = {QUALIFICATIONS: "Any qualification or course", JOBS: "Jobs"}
    counts: dict[str, int] = {}
    for position in catalogue.position_by_id.values():
        large, kind = kind_slugs(position)
        name = position_type(position).replace("-", " ")
        names.setdefault(kind, name[:1].upper() + name[1:])
        for each in {large, kind}:
            counts[each] = counts.get(each, 0) + 1
    order = sorted(counts, key=lambda each: (each not in (QUALIFICATIONS, JOBS), -counts[each], each))
    return {each: f"{names[each]} ({counts[each]})" for each in order}


def list_evidence(catalogue: Catalogue) -> tuple[Evidence, ...]:
    """Return the classes of evidence that positions rest on, in their usual order."""
    found = {position.citation.evidence for position in catalogue.position_by_id.values()}
    return tuple(each for each in Evidence if each in found)


def list_levels(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the levels at which anything stands, lowest first."""
    peopled = {position.level for position in catalogue.position_by_id.values()}
    return tuple(level.id for level in catalogue.levels if level.id in peopled)


def read_exploring(params: Mapping[str, str], catalogue: Catalogue) -> Exploring:
    """Read an address. Whatever is not known is left out, and named in `ignored`."""
    parts = Parts(params)
    level = one_of(catalogue.level_by_id)
    return Exploring(
        sectors=parts.many("sectors", one_of(catalogue.sector_by_id)),
        levels=tuple(sorted(parts.many("levels", lambda text: level(text.upper())), key=catalogue.rank)),
        kinds=parts.many("kinds", one_of(list_kinds(catalogue))),
        evidence=parts.many("evidence", Evidence),
        selected=parts.one("selected", one_of(catalogue.position_by_id)),
        view=parts.one("view", View) or View.MAP,
        ignored=parts.ignored,
    )


def exploring_params(exploring: Exploring) -> dict[str, str]:
    """Return an address as query parameters; reading them gives the same again."""
    written = {name: ",".join(getattr(exploring, name)) for name in FILTERS}
    written["view"] = "" if exploring.view is View.MAP else str(exploring.view)
    written["selected"] = exploring.selected or ""
    return {name: value for name, value in written.items() if value}


def sift(exploring: Exploring, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of the positions that every filter lets through, in order of id."""
    return tuple(each.id for each in catalogue.position_by_id.values() if _passes(each, exploring))


def _passes(position: Position, exploring: Exploring) -> bool:
    return (
        (not exploring.sectors or position.sector in exploring.sectors)
        and (not exploring.levels or position.level in exploring.levels)
        and (not exploring.kinds or bool(set(kind_slugs(position)) & set(exploring.kinds)))
        and (not exploring.evidence or position.citation.evidence in exploring.evidence)
    )
