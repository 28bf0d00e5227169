"""The map of everything as numbers: sectors are lanes, levels are bands, every position is a station."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from explorer.drawings.lettering import text_width
from explorer.drawings.places import place_told
from explorer.drawings.spots import LABEL, LEADING, RADIUS, SIZE, Naming, Spot, height_of, is_job, lay_spots
from explorer.drawings.tier_map import Box
from explorer.drawings.tiers import EDGE, Band, Lane
from explorer.words import list_in_words, sector_name
from pathways.catalogue import Catalogue
from pathways.requirements import closed_step, takes_starts


@dataclass(frozen=True, slots=True)
class Place:
    """One position on the map; `told` says what its title does not. One that takes no newcomers is `shut`.

    Where there is room for its name it has a label, in its box. `half` is how far above and below it its
    row ends, where steps can run.
    """

    id: str
    title: str
    told: str
    x: float
    y: float
    tone: int
    job: bool
    shut: bool
    half: float
    label: tuple[str, ...] = ()
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class ExploreMap:
    """Everything there is to draw. `steps` are the open steps between places, as pairs of their numbers."""

    width: float
    height: float
    name: str
    bands: tuple[Band, ...]
    lanes: tuple[Lane, ...]
    places: tuple[Place, ...]
    steps: tuple[tuple[int, int], ...]
    naming: Naming

    def to_data(self) -> dict[str, Any]:
        """Return the map as the component draws it: what is empty is left out of a thousand places."""
        return {
            "width": self.width,
            "height": self.height,
            "name": self.name,
            "bands": [asdict(each) for each in self.bands],
            "lanes": [asdict(each) for each in self.lanes],
            "stops": [],
            "near": [_place_data(each) for each in self.places],
            "legs": [],
            "ties": [],
            "steps": [list(each) for each in self.steps],
        }


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a map is drawn from: equal data, positions and day give the same map."""

    content_hash: str
    positions: tuple[str, ...]
    as_of: date
    catalogue: Catalogue = field(compare=False)


def draw_map(positions: Sequence[str], catalogue: Catalogue, as_of: date) -> ExploreMap:
    """Draw positions, of which there has to be one at least, each in its lane and band."""
    return _draw(_Asked(catalogue.content_hash, tuple(positions), as_of, catalogue))


@lru_cache(maxsize=16)
def _draw(asked: _Asked) -> ExploreMap:
    catalogue = asked.catalogue
    naming, lanes, bands, spots = lay_spots(asked.positions, catalogue)
    return ExploreMap(
        width=max(lane.x + lane.width for lane in lanes.values()) + EDGE,
        height=height_of(bands),
        name=_name(lanes, catalogue),
        bands=bands,
        lanes=tuple(lanes.values()),
        places=tuple(_place(each, spots[each], lanes, catalogue, asked.as_of) for each in spots),
        steps=_steps(tuple(spots), catalogue, asked.as_of),
        naming=naming,
    )


def _place(
    position_id: str, spot: Spot, lanes: Mapping[str, Lane], catalogue: Catalogue, as_of: date
) -> Place:
    position = catalogue.position_by_id[position_id]
    shut = not takes_starts(position, as_of)
    told = place_told(position_id, catalogue)
    height = len(spot.label) * LEADING + 2
    width = max((text_width(line, SIZE) for line in spot.label), default=0.0)
    return Place(
        id=position.id,
        title=position.title,
        told=f"{told}, closed to newcomers" if shut else told,
        x=spot.x,
        y=spot.y,
        tone=lanes[position.sector].tone,
        job=is_job(position_id, catalogue),
        shut=shut,
        half=spot.half,
        label=spot.label,
        box=Box(spot.x + LABEL, spot.y - height / 2, width, height) if spot.label else None,
    )


def _steps(drawn: Sequence[str], catalogue: Catalogue, as_of: date) -> tuple[tuple[int, int], ...]:
    numbers = {each: number for number, each in enumerate(drawn)}
    pairs = dict.fromkeys(
        (numbers[step.from_id], numbers[step.to_id])
        for each in drawn
        for step in catalogue.steps_from.get(each, ())
        if step.to_id in numbers and not closed_step(step, catalogue.position_by_id[step.to_id], as_of)
    )
    return tuple(pairs)


def _name(lanes: Mapping[str, Lane], catalogue: Catalogue) -> str:
    names = [sector_name(each, catalogue) for each in lanes]
    shown = list_in_words(names) if len(names) <= 4 else f"{len(names)} sectors"
    return f"Map of {shown}"


def _place_data(place: Place) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": place.id,
        "title": place.title,
        "told": place.told,
        "x": round(place.x, 1),
        "y": round(place.y, 1),
        "half": round(place.half, 1),
        "radius": RADIUS,
        "tone": place.tone,
    }
    data |= {"job": True} if place.job else {}
    data |= {"shut": True} if place.shut else {}
    data |= {"label": list(place.label)} if place.label else {}
    return data
