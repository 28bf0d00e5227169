"""The colours of sectors, by number; `theme.css` says what each number looks like in light and dark."""

from __future__ import annotations

from pathways.catalogue import Catalogue
from pathways.model import GENERAL

TONES = 10
"""How many tones there are. Tone 0 is the grey of the general route."""


def tone_of(sector: str, catalogue: Catalogue) -> int:
    """Return the tone of a sector, the same wherever it is drawn."""
    if sector == GENERAL:
        return 0
    others = [each for each in catalogue.sector_by_id if each != GENERAL]
    return 1 + others.index(sector) % (TONES - 1)
