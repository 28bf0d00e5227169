"""Many sectors that somebody could move to, a row each; and what stands there before anything is asked."""

from __future__ import annotations

from explorer.drawings.html import Html, tag
from explorer.drawings.moving import outlook_mark, verdict
from explorer.drawings.tones import tone_of
from explorer.transfers import Outlook, re_entry_of
from explorer.words import level_name
from explorer.words.transfer_answers import summary_sentence
from explorer.words.transfers import METHOD, OUTLOOK_MEANINGS, OUTLOOK_WORDS, capital, carried_sentence
from pathways.catalogue import Catalogue
from pathways.transfer_results import Transfer


def sector_row(transfer: Transfer, catalogue: Catalogue) -> Html:
    """Return what one sector comes to: where to start in it, how readily, and what carries over."""
    entry = re_entry_of(transfer)
    title = tag("h3", catalogue.sector_by_id[transfer.to].title)
    tone = f"pe-move-row pe-tone-{tone_of(transfer.to, catalogue)}"
    if entry is None:
        return tag("div", title, tag("p", summary_sentence(transfer, catalogue)), class_=tone)
    level = tag("span", f"{capital(level_name(entry.level, catalogue))}:", class_="pe-move-at")
    return tag(
        "div",
        title,
        tag("p", level, " ", verdict(transfer, entry, catalogue)),
        tag("p", carried_sentence(entry, catalogue), class_="pe-quiet"),
        class_=tone,
    )


def first_visit() -> Html:
    """Return how the page works, and what its signs mean."""
    steps = (
        ("Say where you are", "A sector and a level, a qualification or a job. School counts as well."),
        ("See where you could start", "In one sector or in all of them: at which level, and why."),
        ("See what it takes", "What carries over, what is new, what is in the way, and how to catch up."),
    )
    signs = (
        tag(
            "li", outlook_mark(each, OUTLOOK_WORDS[each]), tag("p", OUTLOOK_MEANINGS[each], class_="pe-quiet")
        )
        for each in Outlook
    )
    return tag(
        "section",
        tag("h2", "How it works"),
        tag("ol", *(tag("li", tag("h3", name), tag("p", said)) for name, said in steps), class_="pe-steps"),
        tag("h2", "What is said of each level"),
        tag("ul", *signs, class_="pe-signs"),
        tag("p", METHOD, class_="pe-promise"),
        class_="pe-welcome",
    )
