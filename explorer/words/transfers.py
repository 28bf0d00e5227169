"""One level of another sector, told as sentences: whether somebody could start there, and why."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.transfers import Outlook, outlook_of, to_catch_up
from explorer.words.amounts import count_in_words, day_in_words, list_in_words, sentence
from explorer.words.names import level_in_sector, level_name, position_name, start_name
from explorer.words.transfer_needs import need_names, possible_sentence
from pathways.catalogue import Catalogue
from pathways.model import Kind
from pathways.transfer_results import Entry, Role, Transfer, Verdict

VERDICT_WORDS = {
    Verdict.DIRECT: "You could start here",
    Verdict.WITH_BRIDGING: "You could start here with some catching up first",
    Verdict.NOT_DIRECT: "Not straight away",
}

OUTLOOK_WORDS = {
    Outlook.START: VERDICT_WORDS[Verdict.DIRECT],
    Outlook.CATCH_UP: VERDICT_WORDS[Verdict.WITH_BRIDGING],
    Outlook.UNKNOWN: "What it asks for is not on record",
    Outlook.TOO_HIGH: "Above the level to aim for",
    Outlook.NOT_YET: VERDICT_WORDS[Verdict.NOT_DIRECT],
    Outlook.CLOSED: "No new starts",
}

OUTLOOK_MEANINGS = {
    Outlook.START: "You have what this level asks people to have.",
    Outlook.CATCH_UP: "Something is missing that you can get before you start or while you learn.",
    Outlook.UNKNOWN: "Ask before you decide.",
    Outlook.TOO_HIGH: "It is more than one step up from where you are.",
    Outlook.NOT_YET: "It asks for something that takes time to get, such as years in a job.",
    Outlook.CLOSED: "Nothing at this level takes newcomers on the day you ask about.",
}

ROLE_WORDS = {
    Role.HELD: "What carries over",
    Role.SIMILAR: "What you have something like",
    Role.MISSING_GENERAL: "What is new to you, and useful anywhere",
    Role.MISSING_SECTOR: "What is new to you, and belongs to this field",
    Role.BLOCKING: "What is in the way",
}

METHOD = (
    "This is worked out by our software from what each sector asks for. It does not promise a place or a "
    "job: ask the college, the training provider or the employer before you count on it."
)

MOST_OTHERS = 3
"""How many other starts are named in one sentence."""


def verdict_words(transfer: Transfer, entry: Entry, catalogue: Catalogue) -> str:
    """Return what a level comes to, in a few words."""
    return OUTLOOK_WORDS[outlook_of(transfer, entry, catalogue)]


def reason_sentence(transfer: Transfer, entry: Entry, catalogue: Catalogue) -> str:
    """Return why a level comes to what it does."""
    match outlook_of(transfer, entry, catalogue):
        case Outlook.CLOSED:
            return f"Nothing at this level takes new starts on {day_in_words(transfer.as_of)}."
        case Outlook.UNKNOWN:
            return "That does not mean that it asks for nothing: ask before you decide."
        case Outlook.NOT_YET:
            asks = sentence(f"it asks for {in_the_way(entry, catalogue)}")
            return f"{asks} {opened_sentence(entry, catalogue)}".strip()
        case Outlook.TOO_HIGH:
            here = level_name(transfer.level, catalogue)
            return f"It is more than one step up from {here}. {_way_there(entry, catalogue)}"
        case Outlook.CATCH_UP:
            return f"{_gaps(entry, catalogue)}{_to_think_about(entry)}"
        case Outlook.START:
            asked = any(need.kind is Kind.ATTAINMENT for need in entry.needs)
            have = "You have what it asks you to have." if asked else "You need not have anything already."
            return f"{have}{_to_think_about(entry)}"


def level_sentence(transfer: Transfer, entry: Entry, catalogue: Catalogue) -> str:
    """Return whether somebody could start at one level, as an answer to that question: yes or no first."""
    there = level_in_sector(entry.level, transfer.to, catalogue)
    reason = reason_sentence(transfer, entry, catalogue)
    match outlook_of(transfer, entry, catalogue):
        case Outlook.START:
            return f"Yes, you could start at {there}. {reason}"
        case Outlook.CATCH_UP:
            return f"Yes, you could start at {there}, with some catching up first. {reason}"
        case Outlook.UNKNOWN:
            cannot = f"We cannot say whether you could start at {there}"
            return f"{cannot}: what it asks for is not on record. {reason}"
        case Outlook.TOO_HIGH:
            return f"Not as a rule: {lower_first(reason)}"
        case _:
            return f"No, you could not go straight to {there}. {reason}"


def carried_sentence(entry: Entry, catalogue: Catalogue) -> str:
    """Return how much of what a level asks for is there already."""
    if not entry.needs:
        return ""
    held, similar = len(entry.of_role(Role.HELD)), len(entry.of_role(Role.SIMILAR))
    asked, level = len(entry.needs), level_name(entry.level, catalogue)
    if not held:
        like = f", but you have something like {similar} of the {count_in_words(asked, 'thing')} it asks for"
        return f"Nothing that {level} asks for carries over{like if similar else ''}."
    if held == asked:
        return f"All that {level} asks for carries over."
    carries = "carries" if held == 1 else "carry"
    like = f", and you have something like {similar} more"
    return f"{held} of the {asked} things that {level} asks for {carries} over{like if similar else ''}."


def start_sentence(transfer: Transfer, entry: Entry, catalogue: Catalogue) -> str:
    """Return whom a level was worked out for; empty where only one start could be meant."""
    if len(transfer.starts) < 2 or entry.start is None:
        return ""
    named = start_name(entry.start, catalogue)
    return f"This is worked out for somebody with {named}, for whom it is easiest."


def otherwise_sentences(entry: Entry, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what a level comes to for those who start with something else, where that differs."""
    by_verdict: dict[Verdict, list[str]] = {}
    for start, verdict in entry.otherwise:
        by_verdict.setdefault(verdict, []).append(position_name(start, catalogue))
    return tuple(
        f"With {list_in_words(_shortened(names), 'or')} instead: {lower_first(VERDICT_WORDS[verdict])}."
        for verdict, names in by_verdict.items()
    )


def opened_sentence(entry: Entry, catalogue: Catalogue) -> str:
    """Return what, held as well, would open a refused level; empty where nothing on record would."""
    if not entry.opened_by:
        return ""
    names = [position_name(each, catalogue) for each in entry.opened_by]
    return f"It would be open to you if you also have {list_in_words(_shortened(names), 'or')}."


def possibilities(entry: Entry, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what would open a refused level: what takes each thing out of the way, or another way in."""
    said = [possible_sentence(need, entry, catalogue) for need in entry.of_role(Role.BLOCKING)]
    opened = opened_sentence(entry, catalogue)
    return (*said, opened) if opened else tuple(said)


def openings_title(transfer: Transfer, entry: Entry, catalogue: Catalogue) -> str:
    """Return what the qualifications or jobs of a level are headed by."""
    could = outlook_of(transfer, entry, catalogue) in (Outlook.START, Outlook.CATCH_UP, Outlook.UNKNOWN)
    return "What you could start there" if could else "What there is at this level"


def in_the_way(entry: Entry, catalogue: Catalogue) -> str:
    """Return what blocks a level, as the object of a sentence."""
    blocking = entry.of_role(Role.BLOCKING)
    if not blocking:
        return "something that nobody can newly get"
    it = "it" if len(blocking) == 1 else "them"
    return f"{need_names(blocking, entry, catalogue)}, and there is no quick way to get {it}"


def _way_there(entry: Entry, catalogue: Catalogue) -> str:
    """Return how a level can be reached that is further up than one move."""
    if entry.way is None:
        return "Start lower and work up to it."
    leaves = start_name(catalogue.step_by_id[entry.way].from_id, catalogue)
    return f"A way there from {leaves} is on record: look at the routes to it as well."


def _gaps(entry: Entry, catalogue: Catalogue) -> str:
    gaps = to_catch_up(entry)
    similar = [need for need in gaps if need.role is Role.SIMILAR]
    missing = [need for need in gaps if need.role is not Role.SIMILAR]
    said = []
    if missing:
        said.append(f"What you do not have yet: {need_names(missing, entry, catalogue)}.")
    if similar:
        said.append(f"What you have something like: {need_names(similar, entry, catalogue)}.")
    return " ".join(said)


def _to_think_about(entry: Entry) -> str:
    """Return how much there is to want or to know, which nobody need have before they start."""
    left = [need for need in entry.needs if need.kind is not Kind.ATTAINMENT and need.role is not Role.HELD]
    if not left:
        return ""
    them = "it" if len(left) == 1 else "them"
    return (
        f" It also names {count_in_words(len(left), 'thing')} to want or to know: talk {them} through first."
    )


def _shortened(names: Sequence[str]) -> list[str]:
    if len(names) <= MOST_OTHERS + 1:
        return list(names)
    return [*names[:MOST_OTHERS], f"{len(names) - MOST_OTHERS} others"]


def lower_first(text: str) -> str:
    """Return a sentence as it goes on after a colon."""
    return text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """Return words as a sentence begins with them."""
    return text[:1].upper() + text[1:]
