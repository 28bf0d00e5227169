"""What to ask back where a question is not understood, or could mean several things."""

from __future__ import annotations

from itertools import product

from pathways.model import GENERAL
from pathways.places import Place
from pathways.questions.choices import MOST_CHOICES, Offers, Places, Reader, nearest_options
from pathways.questions.choosing import choose_intent, sectors_of
from pathways.questions.draft import Draft, Slot
from pathways.questions.lexicon import Lexicon
from pathways.questions.likings import Liking
from pathways.questions.naming import label
from pathways.questions.nearest import list_nearest
from pathways.questions.understanding import Choice, Focus, Intent, Unsure

_MOST_SLOTS = 3
"""How many places of one side are asked back about at once."""


class Doubts:
    """Turns a draft that cannot be answered into a message and the nearest readings."""

    def __init__(self, lexicon: Lexicon, read: Reader) -> None:
        self._lexicon = lexicon
        self._read = read

    def about(self, draft: Draft) -> Unsure:
        """Say what stands in the way, the first of: a date, words, a shared name, no place, no question."""
        offers = Offers(draft, self._lexicon, self._read)
        slots = (*draft.start, *draft.goal, *draft.unsided)
        unknown = [slot for slot in slots if slot.unknown]
        shared = [slot for slot in slots if len(slot.options) > 1]
        if draft.as_of.wrong:
            message = f"“{draft.as_of.wrong}” is not a date in the calendar. Write it as 2026-01-31."
            return Unsure(draft.text, message)
        if draft.beyond:
            return Unsure(draft.text, self._beyond(draft.beyond, slots), self._near(draft, offers))
        if draft.liking:
            return self._liking(draft, draft.liking, offers)
        if unknown:
            return self._not_known(draft, unknown, offers)
        if shared:
            return self._which(draft, shared, offers)
        if not slots:
            return self._no_place(draft, offers)
        if draft.asked.decide:
            return self._either(draft, offers)
        if draft.asked.focus is Focus.PAY:
            named = _listed([f"“{_short(slot.text)}”" for slot in slots])
            message = f"What people earn is known of jobs, and {named} is none. What would you like to see?"
            return Unsure(draft.text, message, self._near(draft, offers))
        return self._no_question(draft, offers)

    def _beyond(self, sentence: str, slots: tuple[Slot, ...]) -> str:
        return f"{sentence} {'Would one of these help?' if slots else self._example()}"

    def _liking(self, draft: Draft, liking: Liking, offers: Offers) -> Unsure:
        """Say which sectors speak of what somebody would like to work with, and offer to move there."""
        start = next((option for slot in draft.start for option in slot.options), ())
        here = sectors_of(start, self._lexicon)
        liked = [each for each in liking.sectors if each.sector not in here]
        goals = [(Place(sector=each.sector),) for each in liked]
        intent = Intent.TRANSFER if here - {GENERAL} else Intent.ROUTES
        titles = self._lexicon.catalogue.sector_by_id
        said = [f"{titles[each.sector].title} (“{each.statement.rstrip('.')}”)" for each in liked]
        choices = offers.of([intent], [start], goals)
        if not choices:
            return self._no_question(draft, offers)
        one = len(said) == 1
        led = "This sector speaks" if one else "These sectors speak"
        ask = "What would you like to see?" if one else "Which of them would you like to see?"
        message = f"{led} of “{_short(liking.text)}”: {_listed(said)}. {ask}"
        return Unsure(draft.text, message, choices)

    def _near(self, draft: Draft, offers: Offers) -> tuple[Choice, ...]:
        """Offer what can be answered about the places named."""
        starts, goals = self._options(draft.start, draft), self._options(draft.goal, draft)
        loose = self._options(draft.unsided, draft)
        between = [(start, goal) for start in starts for goal in goals if start and goal]
        choices = [
            choice for here, there in between for choice in offers.of([Intent.ROUTES], [here], [there])
        ]
        places = [places for places in (*goals, *starts, *loose) if places]
        choices += offers.of([Intent.REQUIREMENTS, Intent.ROUTES], [()], places[:3])
        choices += offers.of([Intent.NEXT_STEPS], places[:3], [()])
        return tuple(dict.fromkeys(choices))[:MOST_CHOICES]

    def _either(self, draft: Draft, offers: Offers) -> Unsure:
        """Which of two to choose is nobody else's to say: offer what helps to weigh them."""
        places = [option for slot in (*draft.start, *draft.goal, *draft.unsided) for option in slot.options]
        choices = offers.of([Intent.COMPARE], places[:1], places[1:2])
        choices += offers.of([Intent.ROUTES, Intent.REQUIREMENTS], [()], places[:2])
        choices += offers.of([Intent.NEXT_STEPS], places[:2], [()])
        message = "Which of them suits you is yours to decide. These may help you to weigh them:"
        return Unsure(draft.text, message, choices)

    def _not_known(self, draft: Draft, unknown: list[Slot], offers: Offers) -> Unsure:
        words = _listed([f"“{_short(slot.unknown or '')}”" for slot in unknown])
        choices = self._filled(draft, offers)
        if any(odd.numbered for slot in unknown for odd in slot.sided.phrase.odd):
            first, last = self._lexicon.catalogue.levels[0], self._lexicon.catalogue.levels[-1]
            message = f"There is no {words}. Levels go from {first.title} to {last.title}."
        elif choices:
            message = f"{words} {_is(unknown)} not known here. Did you mean one of these?"
        else:
            message = f"{words} {_is(unknown)} not known here. {self._known()}"
        return Unsure(draft.text, message, choices)

    def _which(self, draft: Draft, shared: list[Slot], offers: Offers) -> Unsure:
        names = _listed([f"“{_short(slot.text)}”" for slot in shared])
        message = f"{names} can mean more than one thing. Which do you mean?"
        return Unsure(draft.text, message, self._filled(draft, offers))

    def _no_place(self, draft: Draft, offers: Offers) -> Unsure:
        near: dict[Places, None] = {}
        for text in (*draft.unused[:_MOST_SLOTS], " ".join(draft.unused)):
            near |= dict.fromkeys(list_nearest(text, self._lexicon))
        intent = Intent.REQUIREMENTS if draft.asked.needs else Intent.ROUTES
        if draft.asked.next:
            choices = offers.of([Intent.NEXT_STEPS], list(near)[:4], [()])
        else:
            choices = offers.of([intent], [()], list(near)[:4])
        if not draft.words:
            message = f"There is no question to read. {self._example()}"
        elif choices:
            message = "No sector, level, qualification or job was recognised. Did you mean one of these?"
        else:
            message = (
                f"No sector, level, qualification or job was recognised. {self._known()} {self._example()}"
            )
        return Unsure(draft.text, message, choices)

    def _no_question(self, draft: Draft, offers: Offers) -> Unsure:
        places = [option for slot in (*draft.start, *draft.goal, *draft.unsided) for option in slot.options]
        named = _listed([f"“{_short(label(option, self._lexicon))}”" for option in places[:2]])
        choices: tuple[Choice, ...]
        if len(places) == 2:
            a, b = places
            choices = (*offers.of([Intent.ROUTES], [a], [b]), *offers.of([Intent.ROUTES], [b], [a]))
            choices += offers.of([Intent.COMPARE], [a], [b])
        elif draft.asked.compare and len(places) == 1:
            choices = offers.of([Intent.COMPARE], places, self._other_sectors(places[0]))
            return Unsure(draft.text, f"Compare {named} with what?", choices)
        else:
            choices = offers.of([Intent.NEXT_STEPS], places[:3], [()])
            choices += offers.of([Intent.ROUTES, Intent.REQUIREMENTS], [()], places[:3])
        return Unsure(draft.text, f"What would you like to know about {named}?", choices)

    def _filled(self, draft: Draft, offers: Offers) -> tuple[Choice, ...]:
        """Offer the question again with each doubtful place replaced by what it may mean."""
        starts, goals = self._options(draft.start, draft), self._options(draft.goal, draft)
        loose = self._options(draft.unsided, draft)
        if not draft.start and not draft.goal:
            return (
                *offers.of([Intent.NEXT_STEPS], loose, [()]),
                *offers.of([Intent.ROUTES, Intent.REQUIREMENTS], [()], loose),
            )[:MOST_CHOICES]
        if draft.asked.compare:
            known = [places for places in (*starts, *goals) if places]
            return offers.of([Intent.COMPARE], known[:1], known[1:] or self._other_sectors((*known, ())[0]))
        choices: list[Choice] = []
        for start, goal in product(starts, goals):
            start = () if set(start) == set(goal) else start
            likely = Intent.ROUTES if goal else Intent.NEXT_STEPS
            intent = choose_intent(draft.asked, start, goal, self._lexicon) or likely
            choices += offers.of([intent], [start], [goal])
        return tuple(dict.fromkeys(choices))[:MOST_CHOICES]

    def _options(self, slots: tuple[Slot, ...], draft: Draft) -> list[Places]:
        """The sets of places that one side may mean; where nothing is near, none is said."""
        sets: list[Places] = [()]
        for slot in slots[:_MOST_SLOTS]:
            options = (
                nearest_options(slot, self._spoken_of(draft), self._lexicon) if slot.unknown else slot.options
            )
            if options:
                sets = [(*before, *option) for before in sets for option in options][:12]
        return sets

    def _spoken_of(self, draft: Draft) -> frozenset[str]:
        """Return the sectors that the places of a question are in."""
        slots = (*draft.start, *draft.goal, *draft.unsided)
        known = [place for slot in slots for option in slot.options for place in option]
        return frozenset(sectors_of(tuple(known), self._lexicon))

    def _other_sectors(self, places: Places) -> list[Places]:
        others = [
            sector for sector in self._lexicon.catalogue.sectors if Place(sector=sector.id) not in places
        ]
        return [(Place(sector=sector.id),) for sector in others[:6]]

    def _known(self) -> str:
        titles = [sector.title for sector in self._lexicon.catalogue.sectors]
        return f"The sectors known here are {_listed(titles[:12])}." if titles else "There are no data."

    def _example(self) -> str:
        sectors = self._lexicon.catalogue.sectors
        name = sectors[0].title if sectors else "a sector"
        return f"You could ask: “How do I get from level 2 to level 3 in {name}?”"


def _is(slots: list[Slot]) -> str:
    return "is" if len(slots) == 1 else "are"


def _listed(texts: list[str]) -> str:
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}" if texts else ""


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
