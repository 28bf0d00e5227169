"""The readings offered where a question is not clear: full questions that read back as they are meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

from pathways.places import Place
from pathways.questions.draft import Draft, Slot
from pathways.questions.lexicon import Lexicon
from pathways.questions.naming import label, list_phrases
from pathways.questions.nearest import list_nearest
from pathways.questions.understanding import Choice, Intent, Understood, Unsure
from pathways.results import Prefer

MOST_CHOICES = 12
_MOST_FORMS = 12
_LONGEST_LIMITS = 120

Places = tuple[Place, ...]
Reader = Callable[[str], Understood | Unsure]

_PREFERRING = {
    Prefer.QUICKEST: ", the quickest way",
    Prefer.FEWEST_STEPS: ", in the fewest steps",
    Prefer.LEAST_TO_GAIN: ", the easiest way",
    Prefer.STAY_IN_SECTOR: ", staying in the same sector",
}


class Offers:
    """Writes questions for places, and keeps those that `read` understands as they are meant."""

    def __init__(self, draft: Draft, lexicon: Lexicon, read: Reader) -> None:
        self._draft = draft
        self._lexicon = lexicon
        self._read = read
        self._written: dict[Places, str | None] = {}

    def of(
        self, intents: Iterable[Intent], starts: Iterable[Places], goals: Iterable[Places]
    ) -> tuple[Choice, ...]:
        """Offer every kind of answer for every start and goal; () stands for none said."""
        choices: dict[str, Choice] = {}
        for intent, start, goal in product(intents, starts, goals):
            if len(choices) < MOST_CHOICES and (start or goal) and set(start) != set(goal):
                choice = self._choice(intent, start, goal)
                if choice:
                    choices.setdefault(choice.question, choice)
        return tuple(choices.values())

    def _choice(self, intent: Intent, start: Places, goal: Places) -> Choice | None:
        here, there = self._phrase(start), self._phrase(goal)
        if here is None or there is None:
            return None
        plain = _question(intent, here, there)
        wishes, limits = self._wishes(), self._limits()
        for wish in dict.fromkeys((wishes + limits, wishes, "")):
            asked = plain[:-1] + wish + plain[-1]
            if self._means(asked, intent, start, goal, limited=bool(limits) and wish == wishes + limits):
                return Choice(_labelled(intent, start, goal, self._lexicon), asked)
        return None

    def _phrase(self, places: Places) -> str | None:
        """Return a way to write places that means them and nothing else; "" for none."""
        if not places:
            return ""
        if places not in self._written:
            forms = [
                form for form, _ in zip(list_phrases(places, self._lexicon), range(_MOST_FORMS), strict=False)
            ]
            clear = (
                form for form in forms if self._means(f"How do I get to {form}?", Intent.ROUTES, (), places)
            )
            above = (
                form
                for form in forms
                if self._means(f"What next after {form}?", Intent.NEXT_STEPS, places, ())
            )
            self._written[places] = next(clear, None) or next(above, None)
        return self._written[places]

    def _means(
        self, question: str, intent: Intent, start: Places, goal: Places, *, limited: bool = False
    ) -> bool:
        read = self._read(question)
        return (
            isinstance(read, Understood)
            and read.intent is intent
            and set(read.start) == set(start)
            and set(read.goal) == set(goal)
            and (not limited or read.constraints == self._draft.wishes.constraints)
        )

    def _wishes(self) -> str:
        wishes = self._draft.wishes
        said = _PREFERRING[wishes.prefer] if wishes.prefer else ""
        if self._draft.as_of.date:
            said += f", as of {self._draft.as_of.date.isoformat()}"
        return said

    def _limits(self) -> str:
        said = self._draft.wishes.constraints
        return ", " + ", ".join(said) if said and sum(map(len, said)) <= _LONGEST_LIMITS else ""


def nearest_options(slot: Slot, sectors: frozenset[str], lexicon: Lexicon) -> tuple[Places, ...]:
    """Return the places that a slot with unknown words may have meant, with what is known of it last."""
    if slot.options and slot.unknown and any(character.isdigit() for character in slot.unknown):
        return slot.options
    near = list_nearest(slot.text, lexicon, sectors)
    if slot.unknown and slot.unknown != slot.text:
        near += list_nearest(slot.unknown, lexicon, sectors)
    return tuple(dict.fromkeys((*near, *slot.options)))[:4]


def _question(intent: Intent, here: str, there: str) -> str:
    """Write a question; it ends with one mark."""
    if intent is Intent.NEXT_STEPS:
        return f"What can I do next after {here}?"
    if intent is Intent.COMPARE:
        return f"Compare {here} and {there}."
    if intent is Intent.TRANSFER:
        return f"Could I move from {here} to {there}?" if here else f"At what level would I start in {there}?"
    from_here = f" from {here}" if here else ""
    if intent is Intent.REQUIREMENTS:
        return f"What do I need to get{from_here} to {there}?"
    return f"How do I get{from_here} to {there}?"


def _labelled(intent: Intent, start: Places, goal: Places, lexicon: Lexicon) -> str:
    here, there = label(start, lexicon), label(goal, lexicon)
    if intent is Intent.NEXT_STEPS:
        return f"What comes after: {here}"
    if intent is Intent.COMPARE:
        return f"Compare: {here} and {there}"
    between = f"{here} to {there}" if here else there
    if intent is Intent.TRANSFER:
        return f"Move: {between}"
    return f"What it takes: {between}" if intent is Intent.REQUIREMENTS else f"Routes: {between}"
