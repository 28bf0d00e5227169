"""Moving to another sector: which levels somebody could start at, what carries over, what is in the way.

The rules are those of `docs/transfers.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from pathways.asked import check_learner, positions_at
from pathways.assessment import alternative_of
from pathways.bridges import bridge_of
from pathways.errors import InvalidQuery, UnknownName
from pathways.judging import Chosen, Judged, best_way_in, re_entry
from pathways.learner import NOBODY, Basis, Learner, Status
from pathways.model import ANYWHERE, Kind
from pathways.overlap import Match, Matcher
from pathways.places import Place, nearest_names
from pathways.route_index import RouteIndex, holding_name, numbers
from pathways.standing import Standing, standing_at
from pathways.transfer_results import Entry, Need, Role, Transfer, Verdict
from pathways.ways_in import WaysIn


def find_transfer(
    index: RouteIndex, place: Place, to: str, as_of: date, learner: Learner = NOBODY
) -> Transfer:
    """Return what moving from a place to another sector comes to, at each of its levels.

    The place is a position, or a sector at a level: then each level shows the best of its positions. Raises
    InvalidQuery for another place, for one with no position, and for the sector one is in already, and
    UnknownName for a name that is not in the data.
    """
    catalogue = index.catalogue
    check_learner(learner, catalogue)
    if to not in catalogue.sector_by_id:
        raise UnknownName(f"There is no sector '{to}'.", nearest_names(to, catalogue.sector_by_id))
    starts = _starts(index, place)
    here = catalogue.position_by_id[starts[0]]
    if here.sector == to:
        title = catalogue.sector_by_id[to].title
        raise InvalidQuery(f"{title} is the sector you would leave. Name another sector to move to.")
    standings = [standing_at(index, start, learner, as_of) for start in starts]
    ways = WaysIn.of(index, to, as_of)
    levels = tuple(_best(index, ways, level, standings) for level in ways.levels)
    verdicts = {entry.level: entry.verdict for entry in levels}
    level = re_entry(ways, catalogue.rank(here.level), verdicts.__getitem__)
    return Transfer(place, here.level, starts, to, as_of, levels, level)


def list_transfers(
    index: RouteIndex, place: Place, as_of: date, learner: Learner = NOBODY
) -> tuple[Transfer, ...]:
    """Return what moving to each other sector comes to, in order of sector id. Raises as `find_transfer`."""
    own = index.catalogue.position_by_id[_starts(index, place)[0]].sector
    others = (sector for sector in index.catalogue.sector_by_id if sector != own)
    return tuple(find_transfer(index, place, sector, as_of, learner) for sector in others)


def _starts(index: RouteIndex, place: Place) -> tuple[str, ...]:
    if not place.position and not (place.sector and place.level):
        raise InvalidQuery(
            f"'{place}' is too wide a place to move from. Name a qualification, a job, or a sector with a "
            "level, such as childcare:L3."
        )
    starts = positions_at((place,), index.catalogue, start=True)
    if not starts:
        raise InvalidQuery(f"There is no qualification and no job at {place}, so nobody can move from there.")
    return starts


def _best(index: RouteIndex, ways: WaysIn, level: str, standings: Iterable[Standing]) -> Entry:
    """Return the entry of the start for whom a level is easiest, with the verdicts that differ from it."""
    every = [(best_way_in(ways, level, standing), standing) for standing in standings]
    best, standing = min(
        every, key=lambda each: (each[0].judged.verdict.rank, each[0].to_gain, str(each[1].start))
    )
    verdict = best.judged.verdict
    otherwise = (
        (str(other.start), each.judged.verdict) for each, other in every if each.judged.verdict is not verdict
    )
    way = best.way
    needs = tuple(_with_alike(index, tuple(_needs(index, best, standing)), standing))
    bridges = (
        bridge_of(index.catalogue, index.gives, need, ways.sector, level, ways.as_of)
        for need in needs
        if need.role is not Role.HELD
    )
    return Entry(
        level=level,
        verdict=best.judged.verdict,
        start=standing.start,
        open=bool(ways.openings[level]),
        known=way.known,
        way=way.step.id if way.step else None,
        rows=way.rows,
        needs=needs,
        any_of=tuple(
            tuple(
                alternative_of(index, choice, standing.status, chosen=picked.number == number)
                for number, choice in enumerate(group)
            )
            for group, picked in zip(way.any_of, best.alternatives, strict=True)
        ),
        waives=way.waives,
        conditions=way.conditions,
        to_gain=best.to_gain,
        openings=ways.openings[level],
        bridges=tuple(bridges),
        otherwise=tuple(otherwise),
        opened_by=_opened_by(ways, level, standing) if verdict is Verdict.NOT_DIRECT else (),
    )


def _with_alike(index: RouteIndex, needs: tuple[Need, ...], standing: Standing) -> Iterator[Need]:
    """Yield the needs; of those missing, ones whose words are like something held are similar.

    That is for matrices without concepts. It lifts no refusal and makes nothing cost less: only words say so.
    """
    held = [name for name in index.read(standing.met) if name in index.catalogue.requirement_by_id]
    missing = {each.id: each for each in needs if each.role in (Role.MISSING_GENERAL, Role.MISSING_SECTOR)}
    alike: dict[str, Match] = {}
    for kind in Kind:
        wanted = [name for name, need in missing.items() if need.kind is kind and not need.is_position]
        haves = [name for name in held if index.kind(name) is kind]
        alike |= {match.need: match for match in Matcher(index.catalogue).by_text(kind, wanted, haves)}
    for need in needs:
        match = alike.get(need.id) if need.id in missing else None
        if match is None:
            yield need
        else:
            yield replace(need, role=Role.SIMILAR, by=match.have, score=match.score)


def _opened_by(ways: WaysIn, level: str, standing: Standing) -> tuple[str, ...]:
    start = ways.index.catalogue.position_by_id[str(standing.start)]
    return tuple(
        sorted(
            {
                way.step.from_id
                for way in ways.if_held(level, start, standing)
                if way.step
                and Judged.of(ways.index, way.bits, way.groups, standing).verdict is not Verdict.NOT_DIRECT
            }
        )
    )


def _needs(index: RouteIndex, best: Chosen, standing: Standing) -> Iterator[Need]:
    """Yield what a way in needs, each thing once, by kind."""
    judged = best.judged
    found = {name: _need(index, name, None, judged, standing) for name in best.way.essential}
    for number, picked in enumerate(best.alternatives):
        for bit in numbers(picked.bits):
            name = index.names[bit]
            found.setdefault(name, _need(index, name, number, judged, standing))
    yield from (need for kind in Kind for need in found.values() if need.kind is kind)


def _need(index: RouteIndex, name: str, group: int | None, judged: Judged, standing: Standing) -> Need:
    status, basis, by = standing.status(name)
    requirement = index.catalogue.requirement_by_id.get(name)
    if status is Status.MET:
        role = Role.HELD
    elif index.bit[name] & judged.blocking:
        role = Role.BLOCKING
    elif basis is Basis.SIMILAR:
        role = Role.SIMILAR
    elif requirement is not None and requirement.scope == ANYWHERE:
        role = Role.MISSING_GENERAL
    else:
        role = Role.MISSING_SECTOR
    is_position = requirement is None
    return Need(
        name.removeprefix(holding_name("")) if is_position else name,
        index.kind(name),
        role,
        status,
        basis,
        by,
        is_position,
        group=group,
    )
