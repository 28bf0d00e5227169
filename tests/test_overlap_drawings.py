"""The square of shares and the picture of what several sectors share: values, shades, files to keep."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import pytest
from PIL import Image

from explorer.drawings.heat import SHADES, heat_chart, heat_scene, ink_on, shade, top_of
from explorer.drawings.scene import Scene, Text, picture, png_file, svg_file
from explorer.drawings.upset import MOST_SETS, list_drawn, upset_scene
from explorer.shared_needs import Shared, list_shared
from graph_loader import load_catalogue
from pathways.model import CellEntry, Concept, Kind, Row
from pathways.sector_needs import needs_of
from tests.build import catalogue, requirement, sector
from tests.overlap_data import by_hand

COMPARED = by_hand()


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        red, green, blue = (
            each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("share", [each / 50 for each in range(51)])
def test_a_figure_can_be_read_on_every_shade(share: float) -> None:
    ground = shade(share, 1.0)
    assert contrast(ground, ink_on(ground)) >= 4.5


def test_shades_run_from_pale_to_dark() -> None:
    assert (shade(0, 0.4), shade(0.4, 0.4), shade(0.9, 0.4)) == (SHADES[0], SHADES[-1], SHADES[-1])
    against_white = [contrast(shade(each / 20, 1.0), "#ffffff") for each in range(21)]
    assert against_white == sorted(against_white)


@pytest.mark.parametrize(
    ("shares", "top"), [([], 0.1), ([0.0], 0.1), ([0.3], 0.3), ([0.31], 0.4), ([1.0], 1.0)]
)
def test_the_darkest_is_the_greatest_share_rounded_up(shares: list[float], top: float) -> None:
    assert top_of(shares) == top


def test_each_cell_of_the_square_has_its_figure_and_its_sentence() -> None:
    chart = heat_chart(COMPARED.sectors, COMPARED.find, COMPARED.catalogue)
    cells = {(each["from"], each["to"]): each for each in chart["data"]["values"]}
    assert len(cells) == 4
    assert cells["baking", "cooking"]["figure"] == "50"
    assert cells["baking", "cooking"]["told"].startswith("Of 4 things that cooking asks for, baking")
    assert cells["cooking", "baking"]["figure"] == "–"
    assert cells["baking", "baking"]["figure"] == ""


def square() -> Scene:
    return heat_scene("Shares", ["Cited."], COMPARED.sectors, COMPARED.find, COMPARED.catalogue)


def test_a_file_of_the_square_has_names_figures_and_what_it_rests_on() -> None:
    root = ElementTree.fromstring(svg_file(square()))
    texts = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Shares", "Baking", "Cooking", "50%", "Cited."} <= {*texts}


def test_a_png_is_twice_as_large_and_has_the_shades_in_it() -> None:
    scene = square()
    with Image.open(io.BytesIO(png_file(scene))) as image:
        assert image.size == (round(scene.width * 2), round(scene.height * 2))
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 20) or ()}
    assert tuple(bytes.fromhex(shade(0.5, 0.5)[1:])) in colours


def test_hostile_names_stay_text_in_a_picture() -> None:
    scene = Scene(10, 10, "<script>", (Text(0, 0, "</text><script>alert(1)</script>"),))
    root = ElementTree.fromstring(svg_file(scene))
    assert [each.tag for each in root.iter() if "script" in each.tag] == []
    assert 'alt="&lt;script&gt;"' in picture(scene)


# --- what several sectors ask for ---


def three() -> tuple[Shared, ...]:
    def row(*names: str) -> Row:
        return Row("L2", "L3", attainment=tuple(CellEntry(each, requirements=(each,)) for each in names))

    whole = catalogue(
        sector("one", row("a", "b", "x")),
        sector("two", row("a", "c")),
        sector("three", row("a", "y")),
        *(requirement(each) for each in "axy"),
        *(requirement(each, concept="care") for each in "bc"),
        *(Concept(each, each.title()) for each in ("a", "x", "y", "care")),
    )
    return list_shared(whole, ("one", "two", "three"))


def test_each_thing_is_counted_for_just_the_sectors_that_ask_for_it() -> None:
    assert [(each.sectors, [name for _, name in each.things]) for each in three()] == [
        (("one", "two", "three"), ["A"]),
        (("one", "two"), ["Care"]),
        (("one",), ["X"]),
        (("three",), ["Y"]),
    ]


def test_shipped_sectors_share_each_of_their_things_once() -> None:
    shipped = load_catalogue()
    sectors = ("childcare", "adult-care", "electrical")
    shared = list_shared(shipped, sectors, Kind.AWARENESS)
    for each in sectors:
        concepts = {
            shipped.requirement_by_id[need].concept or need
            for need in needs_of(shipped, each, Kind.AWARENESS)
        }
        assert sum(len(one.things) for one in shared if each in one.sectors) == len(concepts)


def test_sets_of_one_are_not_drawn_and_the_largest_come_first() -> None:
    many = [Shared((f"s{n}", f"t{n}"), (("x", "X"),) * (n % 7 + 1)) for n in range(40)]
    drawn = list_drawn([*many, *three()])
    assert len(drawn) == MOST_SETS
    sizes = [len(each.things) for each in drawn]
    assert sizes == sorted(sizes, reverse=True)
    assert all(len(each.sectors) > 1 for each in drawn)


def test_the_picture_has_a_bar_and_its_dots_for_each_set() -> None:
    scene = upset_scene(
        "Shared", COMPARED.sectors, [Shared(("baking", "cooking"), (("a", "A"),) * 3)], COMPARED.catalogue
    )
    texts = [each.text for each in scene.shapes if isinstance(each, Text)]
    assert texts.count("3") == 1
    assert {"Baking", "Cooking"} <= {*texts}
