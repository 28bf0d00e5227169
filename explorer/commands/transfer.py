"""`pathways transfer`: whether somebody could move to another sector, and at what level they would start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer import loading
from explorer.commands.answer_options import LearnerOptions
from explorer.console import in_sentences, width, write, write_json
from explorer.formats.csv_routes import to_csv
from explorer.formats.markdown import to_markdown
from explorer.formats.outline_steps import Block, Heading
from explorer.formats.text import to_text
from explorer.formats.transfer_data import transfer_rows, transfer_to_json, transfers_to_json
from explorer.formats.transfer_outline import transfer_outline, transfer_title, transfers_outline
from explorer.options import Format
from explorer.transfers import best_first
from pathways.catalogue import Catalogue
from pathways.errors import InvalidQuery
from pathways.places import read_place
from pathways.route_index import RouteIndex
from pathways.transfer import find_transfer, list_transfers
from pathways.transfer_results import Transfer


def show_transfers(start: str, sectors: Sequence[str], options: LearnerOptions) -> None:
    """Print what moving to one sector comes to, or to several, or to every other, best first."""
    with in_sentences(options.as_json):
        options.check()
        catalogue = loading.open_catalogue(options.data, options.beside, options.store)
        place = read_place(start, catalogue)
        named = dict.fromkeys(loading.find_sector(each, catalogue) for each in sectors)
        index, day, learner = RouteIndex.build(catalogue), options.day(), options.learner()
        if named:
            found = tuple(find_transfer(index, place, sector, day, learner) for sector in named)
        else:
            found = list_transfers(index, place, day, learner)
        if not found:
            raise InvalidQuery("There is only one sector in the data, so there is nowhere to move to.")
        one = len(sectors) > 0 and len(found) == 1
        _show(found if one else best_first(found, catalogue), one, catalogue, options)


def _show(transfers: tuple[Transfer, ...], one: bool, catalogue: Catalogue, options: LearnerOptions) -> None:
    """Print transfers in a form: one by itself, several in a list."""
    match options.form:
        case Format.JSON:
            write_json(
                transfer_to_json(transfers[0], catalogue) if one else transfers_to_json(transfers, catalogue)
            )
        case Format.CSV:
            write(to_csv(transfer_rows(transfers, catalogue)))
        case Format.MARKDOWN:
            blocks = _blocks(transfers, one, catalogue, options.full)
            write(to_markdown((Heading(1, transfer_title(transfers, catalogue)), *blocks)))
        case Format.TEXT:
            write(to_text(_blocks(transfers, one, catalogue, options.full), width()))
            if not options.full:
                more = "every level in full" if one else "each of them level by level"
                write(f"\nAdd --full to have {more}.\n")


def _blocks(transfers: tuple[Transfer, ...], one: bool, catalogue: Catalogue, full: bool) -> Iterable[Block]:
    if one:
        return transfer_outline(transfers[0], catalogue, full)
    blocks = list(transfers_outline(transfers, catalogue))
    for each in transfers if full else ():
        blocks.append(Heading(2, catalogue.sector_by_id[each.to].title))
        blocks += transfer_outline(each, catalogue)
    return blocks
