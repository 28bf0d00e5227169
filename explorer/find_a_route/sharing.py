"""Sharing what is looked at: a link that says what was asked, and a printed sheet. Nothing personal."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from explorer.address import Address, to_params

SHARE = "share"

NOTE = (
    "The link holds where you start, where you want to get to, what matters most, the date and the routes "
    "you look at. It does not hold your question in your own words, or anything you ticked."
)
COPIED = "Link copied."
BY_HAND = "Your browser did not let us copy. The link below is selected: copy it from there."


def share_data(address: Address) -> dict[str, Any]:
    """Return what the share control needs: the address as a query, and what it says."""
    return {
        "query": urlencode(to_params(address), safe=":,"),
        "note": NOTE,
        "copied": COPIED,
        "by_hand": BY_HAND,
    }
