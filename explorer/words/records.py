"""How many records of each kind there are, in words."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.words.amounts import count_in_words, list_in_words

RECORD_WORDS = {
    "levels": ("level", "levels"),
    "sectors": ("sector", "sectors"),
    "qualifications": ("qualification", "qualifications"),
    "job_roles": ("job", "jobs"),
    "steps": ("step", "steps"),
    "requirements": ("requirement", "requirements"),
    "concepts": ("concept", "concepts"),
    "activities": ("activity", "activities"),
    "prompts": ("prompt", "prompts"),
    "sources": ("source", "sources"),
}


def records_in_words(counts: Iterable[tuple[str, int]]) -> str:
    """Return the counts of a dataset's version in words; kinds of which there is none are left out."""
    return (
        list_in_words([count_in_words(count, *RECORD_WORDS[name]) for name, count in counts if count])
        or "none"
    )
