"""Measures how well words alone find what concepts find: `python -m tests.overlap_report` writes the page.

On the shipped data, all ordered pairs of sectors, all levels, kind by kind. The concepts are hidden: every
requirement gets one of its own that nobody has described, as with a spreadsheet that gives none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations
from pathlib import Path

import numpy as np

from graph_loader import load_catalogue
from pathways.catalogue import Catalogue
from pathways.likely import likely_share
from pathways.likeness import FLOOR, Likeness
from pathways.model import Kind
from pathways.overlap import How, Matcher, share_of
from pathways.sector_needs import needs_of

PAGE = Path(__file__).parent.parent / "docs" / "overlap-method.md"
THRESHOLDS = (0.20, 0.25, 0.30, 0.35, 0.40, 0.45, 0.50, 0.60)
BOILERPLATE = "The learner is expected to demonstrate to an assessor that, where it applies,"
PLAIN = 0.5
"""From which likeness on the plain baseline takes two statements for the same matter."""

Pair = tuple[str, str]
Cell = tuple[Kind, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Found:
    """What one way of matching found in each cell: the pairs that are no same requirement, and the share."""

    pairs: tuple[frozenset[Pair], ...]
    shares: tuple[float, ...]

    @property
    def count(self) -> int:
        """How many pairs."""
        return sum(map(len, self.pairs))


def changed(records: Catalogue, change: Callable[[object], object]) -> Catalogue:
    """Return a catalogue with every requirement changed."""
    names = ("levels", "sectors", "qualifications", "job_roles", "steps", "concepts", "sources")
    groups = {name: getattr(records, name) for name in names}
    return Catalogue.of(records.name, requirements=[*map(change, records.requirements)], **groups)


@cache
def shipped() -> Catalogue:
    """The shipped data."""
    return load_catalogue()


@cache
def hidden(prefix: str = "") -> Catalogue:
    """The shipped data without concepts, and perhaps with the same words before each statement."""

    def hide(each):
        concept = each.concept and f"of-{each.id}"
        return replace(each, concept=concept, statement=f"{prefix} {each.statement}".strip())

    return changed(shipped(), hide)


@cache
def cells() -> tuple[Cell, ...]:
    """What is asked for and what there is: each kind, in each ordered pair of sectors."""
    records, names = shipped(), [each.id for each in shipped().sectors]
    every = (
        (kind, needs_of(records, there, kind), needs_of(records, here, kind))
        for here, there in permutations(names, 2)
        for kind in Kind
    )
    return tuple(cell for cell in every if cell[1])


def matched(records: Catalogue, threshold: float | None = None) -> Found:
    """Match as the product does; where a threshold is given, with that one in place of its own."""
    if threshold is not None:
        records = changed(records, lambda each: each)
        for kind in Kind:
            made = Likeness.of(records, kind)
            records.worked_out[Likeness, kind] = replace(made, threshold=threshold)
    matcher = Matcher(records)
    return _found(
        [(each.need, each.have) for each in matcher.matches(*cell) if each.how is not How.SAME]
        for cell in cells()
    )


def _found(by_cell: Iterable[Iterable[Pair]]) -> Found:
    pairs = tuple(frozenset(each) for each in by_cell)
    shares = []
    for (_, needs, haves), here in zip(cells(), pairs, strict=True):
        share = share_of(len(needs), len({*needs} & {*haves}), len({need for need, _ in here}))
        shares.append(share or 0)
    return Found(pairs, tuple(shares))


def by_label(records: Catalogue) -> Found:
    """Match what says the same but for case and punctuation, one to one: the first baseline."""

    def label(name: str) -> str:
        return " ".join(re.findall(r"\w+", records.requirement_by_id[name].statement.casefold()))

    def cell(kind: Kind, needs: Sequence[str], haves: Sequence[str]) -> Iterable[Pair]:
        free = {label(name): name for name in reversed(_worded(records, haves, needs))}
        for need in _worded(records, needs, haves):
            if label(need) in free:
                yield need, free.pop(label(need))

    return _found(cell(*each) for each in cells())


def by_plain_words(records: Catalogue) -> Found:
    """Match each to the likest by TF-IDF over all words, however often that is taken: the second baseline."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    worded = [each for each in records.requirements if each.holding is None]
    rows = TfidfVectorizer().fit_transform([each.statement for each in worded])
    row = {each.id: number for number, each in enumerate(worded)}

    def cell(kind: Kind, needs: Sequence[str], haves: Sequence[str]) -> Iterable[Pair]:
        left, right = _worded(records, needs, haves), _worded(records, haves, needs)
        if left and right:
            likeness = (rows[[row[each] for each in left]] @ rows[[row[each] for each in right]].T).toarray()
            for need, here in zip(left, likeness, strict=True):
                if here.max() >= PLAIN:
                    yield need, right[int(here.argmax())]

    return _found(cell(*each) for each in cells())


def _worded(records: Catalogue, names: Sequence[str], others: Sequence[str]) -> list[str]:
    return [each for each in names if each not in others and records.requirement_by_id[each].holding is None]


def gold() -> Found:
    """What the product finds with the concepts."""
    return matched(shipped())


def scores(found: Found) -> tuple[int, float, float]:
    """Return the pairs found, the part of them that share a concept, and the part of all there are.

    "All there are" is what one-to-one matching by concept finds; a requirement covered twice counts once.
    """
    concept = {each.id: each.concept for each in shipped().requirements}
    right = sum(concept[need] == concept[have] for pairs in found.pairs for need, have in pairs)
    return found.count, right / found.count if found.count else 0, right / gold().count


def method_table() -> str:
    """How well each way finds what the concepts find."""
    records = hidden()
    recipe = {kind: own - spread for kind in Kind for own, spread in [_nearest(records, kind)]}
    lines = {
        "the product's": matched(records),
        "the same words, case and punctuation aside": by_label(records),
        f"plain TF-IDF of words, best match for all, from {PLAIN:g}": by_plain_words(records),
        "the product's, at the recipe's figure without the floor": _at_recipe(recipe),
    }
    rows = []
    for name, found in lines.items():
        count, precision, recall = scores(found)
        rows.append((name, f"{count:,}", f"{precision:.0%}" if count else "none found", f"{recall:.1%}"))
    return table(("way", "pairs found", "precision", "recall"), rows)


def _at_recipe(recipe: dict[Kind, float]) -> Found:
    records = changed(hidden(), lambda each: each)
    for kind, threshold in recipe.items():
        records.worked_out[Likeness, kind] = replace(Likeness.of(records, kind), threshold=threshold)
    return matched(records)


def _nearest(records: Catalogue, kind: Kind) -> tuple[float, float]:
    nearest = Likeness.of(records, kind).nearest
    return float(nearest.mean()), float(nearest.std())


def recipe_table() -> str:
    """What the recipe says on the shipped data."""
    rows = []
    for kind in Kind:
        own, spread = _nearest(hidden(), kind)
        used = Likeness.of(hidden(), kind).threshold
        figures = (own, spread, own - spread, FLOOR, used)
        rows.append((kind.value, *(f"{each:.2f}" for each in figures)))
    return table(("kind", "mean", "standard deviation", "mean less one", "floor", "used"), rows)


def threshold_table() -> str:
    """How figures move with the threshold."""
    ours = np.array(matched(hidden()).shares)
    rows = []
    for threshold in THRESHOLDS:
        found = matched(hidden(), threshold)
        count, precision, recall = scores(found)
        shares = np.array(found.shares)
        rows.append(
            (
                f"{threshold:.2f}", f"{count:,}", f"{precision:.0%}", f"{recall:.1%}",
                f"{shares.mean():.1%}", f"{100 * np.abs(shares - ours).max():.1f} points",
            )
        )  # fmt: skip
    given = np.array(gold().shares)
    rows.append(("with the concepts", f"{gold().count:,}", "", "", f"{given.mean():.1%}", ""))
    columns = ("threshold", "pairs found", "precision", "recall", "mean share", "largest move of a share")
    return table(columns, rows)


def boilerplate_table() -> str:
    """How figures move when every statement begins with the same words."""
    rows = []
    for name, way in {"the product's": matched, "plain TF-IDF": by_plain_words}.items():
        before, after = way(hidden()), way(hidden(BOILERPLATE))
        moved = np.abs(np.array(before.shares) - np.array(after.shares))
        kept = sum(len(one & two) for one, two in zip(before.pairs, after.pairs, strict=True))
        rows.append(
            (
                name, f"{before.count:,}", f"{after.count:,}", f"{kept:,}",
                f"{100 * moved.mean():.2f} points", f"{100 * moved.max():.1f} points",
            )
        )  # fmt: skip
    columns = ("way", "pairs before", "pairs after", "in both", "mean move of a share", "largest")
    return table(columns, rows)


def interval_table() -> str:
    """How sure a share is, by how much is asked for."""
    rows = []
    for n in (4, 8, 16, 32, 64):
        low, high = likely_share(n, n // 4, n // 4)
        rows.append((str(n), str(n // 4), str(n // 4), "37.5%", f"{low:.1%} to {high:.1%}"))
    return table(("n", "same", "similar", "share", "likely between"), rows)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table in Markdown."""
    lines = [columns, ("---", *["---:"] * (len(columns) - 1)), *rows]
    return "\n".join(f"| {' | '.join(each)} |" for each in lines)


TABLES = {
    "methods": method_table,
    "recipe": recipe_table,
    "thresholds": threshold_table,
    "boilerplate": boilerplate_table,
    "intervals": interval_table,
}


def fresh(page: str) -> str:
    """Return the page with each table measured again."""
    for name, made in TABLES.items():
        begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
        before, rest = page.split(begin)
        page = f"{before}{begin}\n{made()}\n{end}{rest.split(end)[1]}"
    return page


if __name__ == "__main__":
    PAGE.write_text(fresh(PAGE.read_text("utf-8")), "utf-8")
