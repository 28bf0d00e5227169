"""How two routes differ, in sentences."""

from __future__ import annotations

from explorer.comparing import Comparison
from explorer.words import count_in_words, difference_sentence, position_name, time_in_words
from pathways.catalogue import Catalogue
from pathways.results import Route


def comparison_sentences(comparison: Comparison, word: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return how the second route differs from the first, and how much each asks for that the other does not.

    `word` is what routes are called here: "route", "way" or "next step".
    """
    first, second = (f"{word} {number}" for number in comparison.numbers)
    told = difference_sentence(comparison.second, comparison.first, catalogue, first, second)
    ours, theirs, both = (
        count_in_words(len(each), "thing")
        for each in (comparison.only_first, comparison.only_second, comparison.both)
    )
    asks = (
        f"{first} asks for {ours} that {second} does not, and {second} asks for {theirs} "
        f"that {first} does not. Both ask for {both} alike."
    )
    return told, asks[:1].upper() + asks[1:]


def time_told(route: Route, catalogue: Catalogue) -> str:
    """Return how long a route takes, and for which of its steps that is not known."""
    figures = route.figures
    if figures.months == 0:
        return "no set time: each step waits for a job"
    unknown = [position_name(step.step.to_id, catalogue) for step in route.steps if step.months is None]
    if not unknown:
        return time_in_words(figures)
    said = time_in_words(figures) if figures.months_at_least else "not known"
    steps = "; ".join(unknown)
    return f"{said}; how long it takes to get to {steps} is not known"
