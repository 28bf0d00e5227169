"""What the page on sources and data health shows: sources, notices, counts, and what was checked when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from explorer.checking import Checked
from explorer.drawings.html import Html, join, tag
from explorer.drawings.tables import table
from explorer.health import OWN, SourceHealth, cares
from explorer.serving import Origin
from explorer.words import EVIDENCE_WORDS, count_in_words, day_in_words, list_in_words, published_in_words
from explorer.words.ages import age_in_words, published_age_in_words
from explorer.words.records import records_in_words
from pathways.model import Evidence
from pathways.notices import Notice, Severity
from pathways.store import DatasetVersion

SEVERITY_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}
SEVERITY_MEANINGS = {
    Severity.ERROR: "the answers would be wrong, so nothing is loaded until it is mended",
    Severity.WARNING: "the data are in use, but a person should look",
    Severity.INFO: "worth knowing; no answer suffers",
}
CHANGED = (
    "The files have changed since they were loaded. What is said here is of the files as they are "
    "now; answers come from the version above until the app is started again."
)
SAME = "The data in use were read from a shared store, and are the same as those of these files."
OTHERS = (
    "The data in use were read from a shared store, and are not those of these files. What is said here is "
    "of the files; answers come from the version above, which was checked before it was put into the store."
)
MARKS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.INFO: "i"}

PLURALS = {
    "activity": "activities",
    "matrix entry": "matrix entries",
    "reason to stay": "reasons to stay",
}


def figures(*pairs: tuple[str, str, str]) -> Html:
    """Return a few figures side by side: what, how much, and a word about it."""
    shown = (
        tag("div", tag("dt", name), tag("dd", tag("b", figure), tag("span", said)))
        for name, figure, said in pairs
    )
    return tag("dl", *shown, class_="pe-figures")


def sources_table(shown: Sequence[SourceHealth], today: date) -> Html:
    """Return sources as a table, with marks in words for what is old."""
    columns = ("Source", "Its date", "Last checked by us", "Facts that rest on it", "Cited as", "Licence")
    return table("Sources", columns, (_source(each, today) for each in shown), "pe-sources-table")


def notices_table(shown: Iterable[Notice], meanings: Mapping[str, str]) -> Html:
    """Return notices as a table, each with what its code means for whoever opens it."""
    columns = ("How bad", "What is wrong, and what would be right", "Where", "About", "Kind of notice")
    return table("Notices", columns, (_notice(each, meanings) for each in shown), "pe-notices-table")


def severities() -> Html:
    """Return what the three severities mean."""
    items = (
        tag("li", tag("b", f"{SEVERITY_WORDS[each]}: "), f"{SEVERITY_MEANINGS[each]}.") for each in Severity
    )
    return tag("ul", *items, class_="pe-quiet")


def evidence_table(counts: Mapping[Evidence, int], without: int) -> Html:
    """Return how many facts there are of each class of evidence, our own marked as such."""
    total = sum(counts.values()) + without
    rows: list[tuple[str | Html, ...]] = [
        (_evidence(each), str(count), _share(count, total)) for each, count in counts.items()
    ]
    if without:
        rows.append(
            (
                "No kind is named: the entry of a matrix cites a source of its own",
                str(without),
                _share(without, total),
            )
        )
    return table("Facts by kind of evidence", ("Kind of evidence", "Facts", "Share"), rows, "pe-counts")


def dataset(version: DatasetVersion, store: str) -> Html:
    """Return which data are in use, how many records of each kind, where they are kept and since when."""
    loaded = f"{day_in_words(version.loaded_at.date())} at {version.loaded_at:%H:%M %Z}".strip()
    return tag(
        "dl",
        *(
            tag("div", tag("dt", name), tag("dd", said))
            for name, said in (
                ("Name", version.name),
                ("Version", tag("code", version.content_hash)),
                ("Records", records_in_words(version.counts)),
                ("Kept in", store),
                ("Loaded", loaded),
            )
        ),
        class_="pe-facts-list",
    )


def checked_when(every: Sequence[SourceHealth], today: date) -> Html:
    """Return on which days somebody compared our facts with their sources, the latest first."""
    days = Counter(each.source.checked_on for each in every)
    items = (
        tag("li", f"{day_in_words(day)} ({age_in_words(day, today)}): {count_in_words(count, 'source')}.")
        for day, count in sorted(days.items(), reverse=True)
    )
    return tag("ul", *items)


def check_told(checked: Checked, in_use: str | None, rules: int, origin: Origin = Origin.FILES) -> Html:
    """Return when the files were last checked, by how many rules, and whether they are what is in use.

    `in_use` is the content hash of the data in use, and `origin` says where those were read from.
    """
    when = f"{day_in_words(checked.at.date())} at {checked.at:%H:%M %Z}".strip()
    said = (
        f"{count_in_words(checked.files, 'file').capitalize()} were read and put to {rules} rules "
        f"on {when}. This is done anew when a file changes."
    )
    if checked.files == 1:
        said = said.replace(" were ", " was ", 1)
    return join(tag("p", said), _held_against(checked.content_hash == in_use, origin) if in_use else None)


def _held_against(same: bool, origin: Origin) -> Html | None:
    if origin is Origin.STORE:
        return tag("p", SAME) if same else tag("p", OTHERS, class_="pe-caution")
    return None if same else tag("p", CHANGED, class_="pe-caution")


def facts_by_kind(facts: Mapping[str, int]) -> str:
    """Return what cites a source, most first: "12 steps, 3 jobs and 1 matrix entry"."""
    ordered = sorted(facts.items(), key=lambda each: (-each[1], each[0]))
    return list_in_words([count_in_words(count, what, PLURALS.get(what)) for what, count in ordered])


def _source(each: SourceHealth, today: date) -> tuple[str | Html | None, ...]:
    source = each.source
    title: str | Html = source.title
    if source.url and source.url.startswith("https://"):
        title = tag("a", source.title, href=source.url, rel="noopener noreferrer", target="_blank")
    by_date, by_check = cares(each)
    kinds = [f"{EVIDENCE_WORDS[kind]} ({count})" for kind, count in each.evidence.items()]
    age = None if each.old is None else tag("small", published_age_in_words(source.date, today))
    return (
        join(title, tag("small", source.publisher), tag("small", source.note) if source.note else None),
        join(published_in_words(source.date), age, *map(_flag, by_date)),
        join(
            day_in_words(source.checked_on),
            tag("small", age_in_words(source.checked_on, today)),
            *map(_flag, by_check),
        ),
        join(
            str(each.cited),
            tag("small", facts_by_kind(each.facts)) if each.cited else tag("small", "not used yet"),
        ),
        list_in_words(kinds) or "–",
        source.licence or "not stated",
    )


def _flag(text: str) -> Html:
    return tag("span", tag("span", "!", class_="pe-flag-mark", aria_hidden="true"), text, class_="pe-flag")


def _notice(notice: Notice, meanings: Mapping[str, str]) -> tuple[str | Html | None, ...]:
    severity = notice.severity
    mark = tag("span", MARKS[severity], class_=f"pe-severity pe-is-{severity}", aria_hidden="true")
    meaning = meanings.get(notice.code)
    code = (
        tag("details", tag("summary", notice.code), tag("p", *_ticked(meaning)), class_="pe-code")
        if meaning
        else tag("code", notice.code)
    )
    subject = (
        f"{notice.subject.kind} {notice.subject.id}" if notice.subject and notice.subject.id else "the data"
    )
    return (
        join(mark, SEVERITY_WORDS[severity]),
        notice.message,
        tag("code", str(notice.location)) if notice.location else "no one place",
        subject,
        code,
    )


def _ticked(text: str) -> Iterable[str | Html]:
    """Return a text of the documentation in pieces, what stands in backticks as code."""
    for number, part in enumerate(text.split("`")):
        yield tag("code", part) if number % 2 else part


def _evidence(evidence: Evidence) -> Html:
    words = EVIDENCE_WORDS[evidence]
    named = f"{words[:1].upper()}{words[1:]}"
    return join(named, tag("small", "Marked as such wherever it is shown") if evidence in OWN else None)


def _share(count: int, total: int) -> str:
    if not count:
        return "none"
    return f"{max(round(100 * count / total), 1)} in 100" if count < total else "all"
