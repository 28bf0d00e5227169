"""Three small sectors for tests of what people see of overlap, and a spreadsheet that has them."""

from __future__ import annotations

from explorer.sector_overlap import SectorOverlap
from pathways.model import Kind
from pathways.overlap import How, Match, Overlap
from tests.build import catalogue, requirement, sector

SHEET = """sector,at,into,kind,statement,id,concept
Baking,L2,L3,attainment,You can keep a kitchen clean.,clean-kitchen,clean
Cooking,L2,L3,attainment,You can keep a kitchen clean.,clean-kitchen,clean
Baking,L2,L3,aspiration,You want to bake bread.,,craft
Cooking,L3,L4,aspiration,You want to make stews.,,craft
Cooking,L3,L4,attainment,You can carve a joint of meat.,,
Glass blowing,,,awareness,You know how sand melts.,,
"""

SAME = Match("washes", "washes", How.SAME)
CONCEPT = Match("stirs", "kneads", How.CONCEPT)
TEXT = Match("tastes", "smells", How.TEXT, 0.815)


def by_hand() -> SectorOverlap:
    """Baking -> cooking with a match of each sort, all attainments; and back, where nothing is asked for."""
    names = ("washes", "stirs", "kneads", "tastes", "smells", "carves")
    whole = catalogue(
        sector("baking"), sector("cooking"), *(requirement(each, scope="cooking") for each in names)
    )
    there = (4, 1, 2, (SAME, CONCEPT, TEXT), ("carves",), (0.1, 0.9))
    back = (0, 0, 0, (), (), None)
    kinds = (Kind.ATTAINMENT, None)
    return SectorOverlap(
        whole,
        ("baking", "cooking"),
        (
            *(Overlap("baking", "cooking", kind, None, *there) for kind in kinds),
            *(Overlap("cooking", "baking", kind, None, *back) for kind in kinds),
        ),
    )
