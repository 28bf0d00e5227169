"""Catalogues of any size for the map page: positions of many sectors and levels, and steps between them."""

from __future__ import annotations

from random import Random

from pathways.catalogue import Catalogue
from tests.build import RANKS, catalogue, qualification, role, step

WORDS = ("care", "design", "wiring", "nursing", "hair", "sound", "stone", "early", "senior", "supervisor")


def grown(positions: int, sectors: int = 8, seed: int = 1) -> Catalogue:
    """Return a catalogue with as many positions, a third of them jobs, and about three steps for each."""
    dice = Random(seed)
    names = ["general", *(f"sector-{number}" for number in range(1, sectors))]
    made = []
    for number in range(positions):
        at = (dice.choice(list(RANKS)), dice.choice(names))
        title = " ".join(dice.choices(WORDS, k=dice.randint(1, 9)))
        made.append(
            (role if number % 3 == 0 else qualification)(f"{title.replace(' ', '-')}-{number}"[-60:], *at)
        )
    ends = {(dice.choice(made).id, dice.choice(made).id) for _ in range(3 * positions)}
    return catalogue(
        *made,
        *(step(*pair, id=f"step-{each}") for each, pair in enumerate(sorted(ends)) if pair[0] != pair[1]),
    )
