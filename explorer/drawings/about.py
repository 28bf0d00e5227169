"""What the About page says: what can be relied on, where it comes from, whose it is, what is kept."""

from __future__ import annotations

from explorer.drawings.html import Html, join, tag
from explorer.health import OWN, count_evidence, list_facts
from explorer.words import EVIDENCE_WORDS, count_in_words, day_in_words, list_in_words
from explorer.words.credit import CREDIT, ESCO
from pathways.catalogue import Catalogue
from pathways.model import Evidence, Source

CAN = (
    "Show the routes that are on record between qualifications and jobs, and what each step asks for.",
    "Show all there is, as a map to look around in, and what each level of a sector asks for, as its matrix.",
    "Say what you would still need to want, know and have, and what could help you get there.",
    "Say where each fact is known from, and which are only our judgement.",
)
CANNOT = (
    "Promise a place, a job or money. Meeting all that a step asks for does not open a vacancy.",
    "Know your college, your employer or your town. Ask them before you count on anything here.",
    "Stand in for a careers adviser. It is made to be looked at together with one.",
    "Cover every sector. Only the sectors named below are here, and some in less detail than others.",
)
LIMITS = (
    "It speaks of England. Other parts of the United Kingdom have rules of their own.",
    "The level of a job is our judgement: no official list gives one.",
    "How long a step takes is the usual time. Yours may be shorter or longer.",
    "A route has at most 12 steps. Dates are those of the day you ask about, and are not worked forward.",
    "Where no move between two sectors is on record, one may be worked out; it says that it is.",
)
PRIVACY = (
    "There is no account, and nothing about you is saved.",
    "What you tick is kept while the page is open, and is gone when you close it.",
    "The address of a page holds where you start, where you want to get to, what matters most, what to leave "
    "out, the date, the route and the one beside it, so that you can share it. It never holds your question, "
    "or what you said or ticked that you have.",
    "Your question is read on the computer that runs this service. It is not written down, and not sent on.",
    "Nothing on these pages is fetched from any other service. The one cookie guards forms against misuse.",
)
ACCESS = (
    "We aim for the Web Content Accessibility Guidelines 2.2, level AA.",
    "Everything works with a keyboard. Press Tab to reach the map, the arrow keys to move between stations, "
    "Home and End for the ends of the route, and Enter to select.",
    "The maps and the network are also there in words or as a list. No meaning rests on colour alone.",
    "Light and dark follow the setting of your device. On a small screen the steps come before the map, and "
    "the map scrolls.",
    "Pages are tested with axe-core in light and dark, and by keyboard, in Chromium. A few parts of the "
    "frame we use (Streamlit) are not ours to mend: the lists to choose from do not announce every change.",
)


def about(catalogue: Catalogue, version: str, origin: str) -> Html:
    """Return the whole page below its title. `origin` says in a sentence where the data come from."""
    return join(
        tag("h2", "What it can do"),
        _list(CAN),
        tag("h2", "What it cannot do"),
        _list(CANNOT),
        tag("h2", "Limits"),
        _list(LIMITS),
        tag("h2", "Privacy"),
        _list(PRIVACY),
        tag("h2", "Accessibility"),
        _list(ACCESS),
        tag("h2", "Whose work this is"),
        tag("p", CREDIT),
        tag("p", ESCO),
        tag("p", f"The code of Pathway Explorer {version} is free to use under the MIT licence."),
        tag("h2", "The data"),
        _data(catalogue, origin),
        tag("h2", "Where the facts come from"),
        tag("p", "Every fact names a source, and what kind of evidence it is. In order of weight:"),
        tag("ol", *(tag("li", _evidence(each, count)) for each, count in _counts(catalogue).items())),
        _sources(catalogue),
    )


def _list(lines: tuple[str, ...]) -> Html:
    return tag("ul", *(tag("li", line) for line in lines))


def _data(catalogue: Catalogue, origin: str) -> Html:
    sectors = list_in_words([sector.title for sector in catalogue.sectors])
    counts = (
        count_in_words(len(catalogue.qualifications), "qualification"),
        count_in_words(len(catalogue.job_roles), "job"),
        count_in_words(len(catalogue.steps), "step"),
        count_in_words(len(catalogue.requirements), "requirement"),
    )
    return join(
        tag("p", f"In use: {catalogue.name}, with {list_in_words(counts)}. {origin}"),
        tag("p", f"Sectors: {sectors}."),
        tag("p", "Its version is ", tag("code", catalogue.content_hash), class_="pe-hash"),
    )


def _evidence(evidence: Evidence, count: int) -> Html:
    marked = " It is marked as such wherever it is shown." if evidence in OWN else ""
    words = EVIDENCE_WORDS[evidence]
    return join(f"{words[:1].upper()}{words[1:]}: {count_in_words(count, 'fact')}.{marked}")


def _counts(catalogue: Catalogue) -> dict[Evidence, int]:
    return {evidence: count for evidence, count in count_evidence(catalogue).items() if count}


def _sources(catalogue: Catalogue) -> Html:
    used: dict[str, dict[Evidence, int]] = {}
    for fact in list_facts(catalogue):
        kinds = used.setdefault(fact.source, {})
        if fact.evidence:
            kinds[fact.evidence] = kinds.get(fact.evidence, 0) + 1
    names = ("Source", "Published by", "Date", "Last checked", "Used as", "Licence")
    head = tag("tr", *(tag("th", name, scope="col") for name in names))
    rows = [_row(each, used.get(each.id, {})) for each in catalogue.sources]
    table = tag("table", tag("caption", "All sources"), tag("thead", head), tag("tbody", *rows))
    return tag("div", table, class_="pe-table", tabindex="0", role="region", aria_label="All sources")


def _row(source: Source, used: dict[Evidence, int]) -> Html:
    kinds = [f"{EVIDENCE_WORDS[kind]} ({count})" for kind, count in used.items()]
    title: str | Html = source.title
    if source.url and source.url.startswith("https://"):
        title = tag("a", source.title, href=source.url, rel="noopener noreferrer", target="_blank")
    return tag(
        "tr",
        tag("td", title, tag("small", f" {source.note}", class_="pe-source") if source.note else None),
        tag("td", source.publisher),
        tag("td", source.date),
        tag("td", day_in_words(source.checked_on)),
        tag("td", list_in_words(kinds) or "–"),
        tag("td", source.licence or "not stated"),
    )
