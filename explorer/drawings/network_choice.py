"""Which place of a network is chosen, where both the page and the drawing can choose."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Choice:
    """What the drawing said last, what it shows as chosen, and what it was told last, and how often so far.

    The drawing is told only what it does not know. Were each click sent back to it, the answer to a first
    click would undo a second one made meanwhile.
    """

    heard: str | None = None
    shows: str | None = None
    told: str | None = None
    times: int = 0

    def after(self, said: str | None, selected: str | None) -> Choice:
        """Return the choice after a run, from what the drawing says and what the page has selected.

        What was just clicked counts before what the page has. A drawing that says nothing although it did
        before was taken from the page and is drawn anew.
        """
        if said is not None and said != self.heard:
            return replace(self, heard=said, shows=said)
        if said == self.heard and selected == self.shows:
            return self
        return Choice(said, selected, selected, self.times + 1)
