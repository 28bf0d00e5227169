"""The page of all moves between the sectors that ship is as the data are."""

from __future__ import annotations

from pathways.transfer_results import Verdict
from tests.shipped import index, shipped
from tests.transfers_report import PAGE, every_transfer, page


def test_the_page_is_fresh():
    text = PAGE.read_text("utf-8")
    assert text == page(text, index()), "Write it anew with `python -m tests.transfers_report`."


def test_every_sector_can_be_entered_from_every_other():
    found = every_transfer(index(), "L3")
    assert len(found) == 90
    for transfer in found.values():
        entry = transfer.at(str(transfer.re_entry))
        assert entry is not None
        assert entry.verdict is not Verdict.NOT_DIRECT
        assert shipped().rank(entry.level) <= 4
