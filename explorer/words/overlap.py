"""How far sectors ask for the same things, in sentences that can be read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.words.amounts import count_in_words
from explorer.words.names import level_name, sector_name
from pathways.catalogue import Catalogue
from pathways.model import Kind
from pathways.overlap import How, Match, Overlap

if TYPE_CHECKING:  # it brings numpy, which figures of few sectors do without
    from pathways.overlap_all import Figures

KIND_NAMES: dict[Kind | None, str] = {
    None: "All kinds",
    Kind.ASPIRATION: "What you need to want (aspiration)",
    Kind.AWARENESS: "What you need to know (awareness)",
    Kind.ATTAINMENT: "What you need to have (attainment)",
}

HOW_WORDS = {
    How.SAME: "the same",
    How.CONCEPT: "about the same thing",
    How.TEXT: "alike in words",
}

HOW_MEANINGS = {
    How.SAME: "both sectors ask for the very same thing; it counts one",
    How.CONCEPT: "they ask for things that our data file under one heading; it counts a half",
    How.TEXT: "only their words are alike, which our software worked out and nobody has checked; "
    "it counts a half",
}

SHARE_MEANING = (
    "A share is of what one sector asks for: what another sector asks for too counts one, what it asks for "
    "in a similar way counts a half. It goes one way: the other way round it is another figure. The range "
    "beside it is where 95 of 100 shares would lie if what is asked for were drawn again."
)

NOTHING = "nothing asked for"


def kind_key(kind: Kind | None) -> str:
    """Return a kind as data write it: "all" for all kinds together."""
    return str(kind) if kind else "all"


def share_in_words(share: float | None) -> str:
    """Return a share as a percentage: "23%"; that nothing is asked for where there is none."""
    return NOTHING if share is None else f"{share:.0%}"


def likely_in_words(likely: tuple[float, float] | None) -> str:
    """Return the interval of a share: "15% to 31%"."""
    return f"{likely[0]:.0%} to {likely[1]:.0%}" if likely else NOTHING


def new_of(overlap: Overlap | Figures) -> int:
    """Return how many of the things have no match."""
    return overlap.n - overlap.same - overlap.similar


def level_of(overlap: Overlap | Figures) -> str | None:
    """Return the level that figures are of; None for all levels together."""
    return overlap.level if isinstance(overlap, Overlap) else None


def pair_sentence(overlap: Overlap | Figures, catalogue: Catalogue) -> str:
    """Return what one direction of a pair comes to: of how many things, how many are asked for too."""
    here, there = (sector_name(each, catalogue) for each in (overlap.to_sector, overlap.from_sector))
    level = level_of(overlap)
    at = f" of people at {level_name(level, catalogue)}" if level else ""
    if not overlap.n:
        return f"Nothing is on record that {here} asks for{at}, so there is nothing to compare."
    things = count_in_words(overlap.n, "thing")
    asked = f"Of {things} that {here} asks for{at}, {there} asks for"
    share = f"That is a share of {share_in_words(overlap.share)}"
    if not overlap.same and not overlap.similar:
        return f"{asked} none, nor for anything like them."
    if not overlap.similar:
        return f"{asked} {overlap.same} too. {share}."
    if not overlap.same:
        return f"{asked} none too, but {overlap.similar} in a similar way. {share}."
    return f"{asked} {overlap.same} too and {overlap.similar} in a similar way. {share}."


def match_note(match: Match) -> str:
    """Return how a match was found, with the score of one that only its words speak for."""
    if match.how is How.TEXT:
        return f"{HOW_WORDS[match.how]}, score {match.score or 0:.2f} (inferred)"
    return HOW_WORDS[match.how]


def comparison_title(sectors: tuple[str, ...], catalogue: Catalogue) -> str:
    """Return what is compared: "Compared: Adult social care; Health and nursing"."""
    if len(sectors) > 4:
        return f"{len(sectors):,} sectors compared"
    return f"Compared: {'; '.join(catalogue.sector_by_id[each].title for each in sectors)}"
