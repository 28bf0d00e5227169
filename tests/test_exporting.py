"""Whole graphs for other tools: what is written reads back equal; what does not fit is refused by name."""

from __future__ import annotations

import errno
import json
import os
import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from explorer.options import ExportForm
from graph_loader import exporting, load_catalogue
from graph_loader.exporting import FILE_FORMS, FOLDER_FORM, export, export_to
from graph_loader.exports.neo4j_csv import ARGUMENTS, LINKS
from graph_loader.exports.plain_graph import EDGE_NAMES, NODE_NAMES, to_plain_graph
from graph_loader.flat import property_types, to_properties
from graph_loader.graph import RECORD_TYPES, list_edges, list_records
from pathways.catalogue import Catalogue
from pathways.errors import DataError, InvalidQuery
from pathways.model import Citation, Concept, Evidence, Step
from tests.build import catalogue, qualification, requirement, role, step
from tests.cli import STORY, run
from tests.export_readers import catalogue_in, catalogue_of, graph_of, rows_of
from tests.shipped import shipped
from tests.strategies import full_catalogues

SOME = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FORMS = [*FILE_FORMS, FOLDER_FORM]
XML = ("graphml", "gexf")
AWKWARD = 'a "quoted", semi;colon\nnew line\ttab =1+1 <b>&amp; é 𝔘 \u2028 \\" \\n, end '
SMALL = catalogue(
    qualification("diploma", awarding_body=AWKWARD, summary="", aliases=(AWKWARD, "b"), gives=("leads",)),
    role("manager", "L4"),
    step("diploma", "manager", id="rise", attainment=("leads",), months=6),
    step("diploma", "manager", id="other-rise", none_needed=" "),
    requirement("leads", concept=None),
)


@cache
def story() -> Catalogue:
    return load_catalogue([STORY])


def bytes_of(data: Catalogue, form: str) -> bytes:
    written = BytesIO()
    export_to(data, form, written)
    return written.getvalue()


def read_back(data: Catalogue, form: str, folder: Path) -> Catalogue:
    if form == FOLDER_FORM:
        export(data, form, folder / "csv", force=True)
        return catalogue_in(folder / "csv")
    return catalogue_of(graph_of(form, bytes_of(data, form)))


def mended(value: Any) -> Any:
    """Take out of a record what some form cannot hold."""
    if isinstance(value, Enum | bool):
        return value
    if isinstance(value, str):
        return re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "?", value)
    if isinstance(value, int):
        return max(-(2**63) + 1, min(2**63 - 1, value))
    if isinstance(value, tuple):
        return tuple(mended(each) for each in value if each != "")
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: mended(getattr(value, each.name)) for each in fields(value)})
    return value


@pytest.mark.parametrize("form", FORMS)
def test_the_data_that_ship_come_back_equal(form: str, tmp_path: Path) -> None:
    assert read_back(shipped(), form, tmp_path) == shipped()


@pytest.mark.parametrize("form", FORMS)
def test_awkward_text_comes_back_equal(form: str, tmp_path: Path) -> None:
    assert read_back(SMALL, form, tmp_path) == SMALL


@pytest.mark.parametrize("form", FORMS)
@SOME
@given(drawn=full_catalogues())
def test_any_data_come_back_equal(form: str, tmp_path_factory: Any, drawn: Catalogue) -> None:
    data = mended(drawn)
    assert read_back(data, form, tmp_path_factory.mktemp("export")) == data


@pytest.mark.parametrize("form", FORMS)
@SOME
@given(drawn=full_catalogues())
def test_nothing_is_changed_to_make_it_fit(form: str, tmp_path_factory: Any, drawn: Catalogue) -> None:
    try:
        found = read_back(drawn, form, tmp_path_factory.mktemp("export"))
    except DataError:
        assert drawn != mended(drawn)
    else:
        assert found == drawn


@pytest.mark.parametrize("form", FILE_FORMS)
def test_nodes_and_edges_come_back_with_every_attribute(form: str) -> None:
    graph = graph_of(form, bytes_of(story(), form))
    plain = to_plain_graph(story(), lists=form == "node-link")
    assert dict(graph.nodes(data=True)) == dict(plain.nodes(data=True))
    edges = {key: (start, end, held) for start, end, key, held in graph.edges(keys=True, data=True)}
    if form == "gexf":
        assert all(held.pop("id") == key for key, (_, _, held) in edges.items())
    assert edges == {key: (start, end, held) for start, end, key, held in plain.edges(keys=True, data=True)}


@pytest.mark.parametrize("form", FILE_FORMS)
def test_the_same_data_are_the_same_bytes(form: str) -> None:
    again = Catalogue(**{each.name: getattr(SMALL, each.name) for each in fields(SMALL)})
    assert bytes_of(SMALL, form) == bytes_of(again, form)
    assert b"lastmodified" not in bytes_of(SMALL, form)


def test_the_same_data_are_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(SMALL, FOLDER_FORM, tmp_path / name)
    one, two = (
        {each.name: each.read_bytes() for each in (tmp_path / name).iterdir()} for name in ("one", "two")
    )
    assert one == two


def test_gephi_has_labels_types_and_a_number_for_the_level() -> None:
    graph = graph_of("gexf", bytes_of(SMALL, "gexf"))
    assert graph.nodes["manager"]["label"] == "Manager"
    assert (graph.nodes["manager"]["type"], graph.nodes["manager"]["rank"]) == ("JobRole", 4)
    assert {held["label"] for *_, held in graph.edges("diploma", data=True)} > {"rise", "other-rise"}
    # A text where Gephi takes a number or a direction would keep it from opening the file.
    assert re.findall(rb"<edge [^>]*(?:weight|type)=", bytes_of(story(), "gexf")) == []


def test_no_name_of_an_attribute_means_something_else_to_a_tool() -> None:
    taken = {"id", "source", "target", "key", "start", "end", "pid", "parents", "slices", "spells", "viz"}
    types = [kind for kind, _ in RECORD_TYPES.values()]
    on_nodes = {NODE_NAMES.get(name, name) for kind in types for name in property_types(kind)}
    assert not on_nodes & {*taken, "label", "type"}
    on_edges = {EDGE_NAMES.get(name, name) for *_, held in list_edges(shipped()) for name in held}
    assert not on_edges & {*taken, "label", "type", "weight"}


def test_every_property_has_a_column(tmp_path: Path) -> None:
    export(shipped(), FOLDER_FORM, tmp_path / "csv")
    for node, kind, attributes in list_records(shipped()):
        assert set(to_properties(attributes)) <= set(property_types(RECORD_TYPES[kind][0])), node
    for *_, key, attributes in list_edges(shipped()):
        named = set(to_properties(attributes)) - {"type"}
        assert named <= set(LINKS.get(attributes["type"], ())), key


def test_a_dataset_is_sealed_and_current(tmp_path: Path) -> None:
    size = export(SMALL, FOLDER_FORM, tmp_path / "csv")
    (dataset,) = rows_of(tmp_path / "csv" / "nodes-PathwayDataset.csv")
    (current,) = rows_of(tmp_path / "csv" / "nodes-PathwayCurrent.csv")
    assert (dataset["status"], dataset["hash"]) == ("complete", SMALL.content_hash)
    assert (dataset["nodes"], dataset["relationships"]) == (size.nodes, size.edges)
    assert current["dataset"] == dataset["id"]
    listed = re.findall("=(.*csv)", (tmp_path / "csv" / ARGUMENTS).read_text())
    assert {*listed, ARGUMENTS} == {each.name for each in (tmp_path / "csv").iterdir()}


@pytest.mark.parametrize("form", XML)
@pytest.mark.parametrize("wrong", ["\0", "\x1b", "\r", "\ufffe", "\ud83d"])
def test_what_xml_cannot_hold_is_refused_by_record_and_field(form: str, wrong: str) -> None:
    data = catalogue(qualification("a", summary=f"A{wrong}B"), qualification("b", aliases=(wrong,)))
    with pytest.raises(DataError) as refused:
        bytes_of(data, form)
    first, second = str(refused.value).splitlines()
    assert first == (
        f"a: 'summary' has the character U+{ord(wrong):04X}, which XML cannot hold. "
        "Mend it, or export in another form."
    )
    assert second.startswith("b: 'aliases' has")


@pytest.mark.parametrize("form", XML)
def test_what_an_edge_cites_is_named_too(form: str) -> None:
    cited = Citation("book", "page\x01", Evidence.PUBLISHED)
    data = catalogue(qualification("a"), qualification("b"), Step("s", "a", "b", cited))
    with pytest.raises(DataError, match=r"^s from a to b: 'locator' has the character U\+0001"):
        bytes_of(data, form)


@pytest.mark.parametrize(
    ("form", "said", "given"),
    [
        ("node-link", r"'summary' has the character U\+D83D, which no file of text", {"summary": "\ud83d"}),
        (FOLDER_FORM, r"'summary' has the character U\+D83D, which no file of text", {"summary": "\ud83d"}),
        (FOLDER_FORM, r"'aliases' has the character U\+001F in a list", {"aliases": ("a\x1fb",)}),
        (FOLDER_FORM, "'aliases' has an empty text in a list", {"aliases": ("",)}),
        (FOLDER_FORM, "'months' is a number of 20 digits", {"months": 10**19}),
        ("gexf", "'months' is a number of 20 digits", {"months": 10**19}),
    ],
)
def test_what_a_form_cannot_hold_is_refused(form: str, said: str, given: Any, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=said):
        read_back(catalogue(qualification("a", **given)), form, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_command_line_has_every_form() -> None:
    assert [each.value for each in ExportForm] == FORMS


@pytest.mark.parametrize("form", FORMS)
def test_a_command_writes_a_graph_and_says_how_much(form: str, tmp_path: Path) -> None:
    result = run("export", "--to", form, tmp_path / "out", "--data", STORY)
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.match(r"Wrote [\d,]+ nodes and [\d,]+ edges to .*out\.", result.stdout)
    assert ("@import.args" in result.stdout) == (form == FOLDER_FORM)
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("form", FILE_FORMS)
def test_standard_output_has_the_graph_and_nothing_else(form: str, tmp_path: Path) -> None:
    run("export", "--to", form, tmp_path / "out", "--data", STORY)
    result = run("export", "--to", form, "-", "--data", STORY)
    assert result.stdout_bytes == (tmp_path / "out").read_bytes()
    assert re.fullmatch(r"Wrote \d+ nodes and \d+ edges to standard output\.\n", result.stderr)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_there_stays_unless_forced(form: str, tmp_path: Path) -> None:
    run("export", "--to", form, tmp_path / "out", "--data", STORY)
    before = contents(tmp_path)
    result = run("export", "--to", form, tmp_path / "out", "--data", STORY)
    assert result.exit_code == 2
    assert result.stderr == f"{tmp_path}/out is there already. Name another, or give --force to replace it.\n"
    assert contents(tmp_path) == before
    assert run("export", "--to", form, tmp_path / "out", "--data", STORY, "--force").exit_code == 0
    assert contents(tmp_path / "out") == before["out"]
    export(SMALL, form, tmp_path / "out", force=True)
    export(SMALL, form, tmp_path / "new")
    assert contents(tmp_path / "new") == contents(tmp_path / "out") != before["out"]


def contents(path: Path) -> Any:
    if path.is_file():
        return path.read_bytes()
    return {each.name: contents(each) for each in path.iterdir()}


def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear")
    result = run("export", "--to", FOLDER_FORM, tmp_path, "--data", STORY, "--force")
    assert result.exit_code == 2
    assert "holds other files too" in result.stderr
    assert contents(tmp_path) == {"letters.txt": b"dear"}


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert run("export", "--to", FOLDER_FORM, tmp_path / "out", "--data", STORY).exit_code == 0
    assert (tmp_path / "out" / ARGUMENTS).exists()


@pytest.mark.parametrize(
    ("form", "out", "said"),
    [
        ("gexf", "none/out", "none/out cannot be written: there is no folder none. Make it first."),
        (FOLDER_FORM, "none/out", "none/out cannot be written: there is no folder none. Make it first."),
        ("gexf", "held", "held is a folder. Name a file to write."),
        (FOLDER_FORM, "file", "file is a file, and neo4j-csv is a folder of files."),
        ("graphml", os.devnull, f"{os.devnull} is no ordinary file. Name another; - is standard output."),
        ("graphml", "x" * 300, f"{'x' * 300} cannot be written: file name too long."),
        ("graphml", "/", "/ is no name for a file or folder to write."),
        (FOLDER_FORM, "-", "neo4j-csv is a folder of files. Name a folder in the place of -."),
    ],
)
def test_a_place_that_cannot_be_written_to_is_named(
    form: str, out: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "held").mkdir()
    (tmp_path / "file").write_text("mine")
    before = contents(tmp_path)
    monkeypatch.chdir(tmp_path)
    result = run("export", "--to", form, out, "--data", STORY, "--force")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{said}\n")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full. Make room, or name another place."),
        (errno.EACCES, "permission denied. Name a folder that you may write to."),
        (errno.EIO, "input/output error."),
    ],
)
def test_half_an_export_is_nowhere(
    form: str, number: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(data: Catalogue, place: Any) -> None:
        if isinstance(place, Path):
            (place / "nodes-Level.csv").write_text("half")
        else:
            place.write(b"half")
        raise OSError(number, os.strerror(number))

    export(SMALL, form, tmp_path / "out")
    before = contents(tmp_path)
    monkeypatch.setattr(exporting, "write_neo4j_csv", fail)
    monkeypatch.setitem(FILE_FORMS, form, fail)
    with pytest.raises(InvalidQuery) as refused:
        export(SMALL, form, tmp_path / "out", force=True)
    assert str(refused.value) == f"{tmp_path}/out cannot be written: {said}"
    assert contents(tmp_path) == before


def test_data_that_do_not_fit_end_with_the_code_for_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = catalogue(qualification("a", summary="\x01"))
    monkeypatch.setattr("explorer.loading.open_catalogue", lambda *_: wrong)
    for out in (tmp_path / "out", Path("-")):
        result = run("export", "--to", "gexf", out)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("a: 'summary' has the character U+0001")
    assert contents(tmp_path) == {}


def test_what_drawings_read_is_one_object_with_nodes_and_edges() -> None:
    found = json.loads(bytes_of(SMALL, "node-link"))
    (rise,) = (each for each in found["edges"] if each.get("step") == "rise")
    assert (rise["source"], rise["target"], rise["relation"]) == ("diploma", "manager", "STEP")
    assert rise["attainment"] == ["leads"]
    assert "manager" in {each["id"] for each in found["nodes"]}


def test_a_record_without_a_word_is_labelled_with_its_node() -> None:
    graph = to_plain_graph(catalogue(Concept("", "")))
    assert graph.nodes["concept:"]["label"] == "concept:"
