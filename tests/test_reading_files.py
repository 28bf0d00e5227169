"""Which files are read, and what is said of those that cannot be: missing, odd, too large, not text."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from graph_loader import load_catalogue, read_data, shipped_data
from graph_loader.text_files import MAX_BYTES
from pathways.errors import DataError
from pathways.notices import Severity
from tests.small_data import TODAY, read_texts, said_by, small, small_text, written

ROOT = Path(__file__).parent.parent


def only_notice(path: Path) -> str:
    """The one notice on a path, without the folder of the test."""
    reading = read_data([path], today=TODAY)
    assert reading.catalogue is None
    assert len(reading.notices) == 1
    return str(reading.notices[0]).replace(f"{path.parent}/", "")


def as_folder(folder: Path) -> Path:
    """The small dataset in the layout of a data folder."""
    parts = small()
    for name in ("levels", "prompts", "sources", "concepts"):
        save(folder / f"{name}.yaml", {"schema": "1", name: parts.pop(name)})
    needs = {name: parts.pop(name) for name in ("requirements", "activities")}
    save(folder / "requirements" / "care.yaml", {"schema": "1", **needs})
    save(folder / "sectors" / "care.yaml", parts)
    return folder


def save(path: Path, value: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(value), "utf-8")


def test_a_folder_and_one_file_with_every_section_read_into_the_same(tmp_path):
    one = read_texts(tmp_path, small_text()).catalogue
    folder = read_data([as_folder(tmp_path / "data")], today=TODAY)
    assert said_by(folder) == []
    assert folder.catalogue.content_hash == one.content_hash


def test_the_order_of_paths_does_not_matter(tmp_path):
    parts = small()
    save(tmp_path / "a.yaml", {"schema": "1", "steps": parts.pop("steps")})
    save(tmp_path / "b.yaml", parts)
    both = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    hashes = {load_catalogue(paths).content_hash for paths in (both, both[::-1])}
    assert len(hashes) == 1


def test_data_without_levels_and_prompts_take_those_that_ship(tmp_path):
    parts = small()
    del parts["levels"], parts["prompts"]
    catalogue = read_texts(tmp_path, written(parts)).catalogue
    assert catalogue.levels == load_catalogue().levels
    assert catalogue.prompts == load_catalogue().prompts


def test_no_path_means_the_data_that_ship():
    assert load_catalogue().content_hash == load_catalogue([shipped_data()]).content_hash


def test_beside_reads_both_and_names_both_places_of_an_id_in_both(tmp_path):
    sector = {"id": "general", "title": "General again", "summary": "Once more."}
    save(tmp_path / "mine.yaml", {"schema": "1", "sector": sector})
    errors = [
        str(each)
        for each in read_data([tmp_path / "mine.yaml"], beside=True, today=TODAY).notices
        if each.severity is Severity.ERROR
    ]
    assert len(errors) == 1
    assert errors[0].startswith(
        f"{tmp_path}/mine.yaml:3:9: The sector id 'general' is used already, by the sector"
    )
    assert "at data/sectors/general.yaml:" in errors[0]


def test_beside_adds_a_sector_to_the_data_that_ship(tmp_path):
    sector = {"id": "floristry", "title": "Floristry", "summary": "Flowers."}
    save(tmp_path / "floristry.yaml", {"schema": "1", "sector": sector})
    both = load_catalogue([tmp_path / "floristry.yaml"], beside=True)
    assert {each.id for each in both.sectors} == {each.id for each in load_catalogue().sectors} | {
        "floristry"
    }


def test_examples_beside_the_data_are_not_part_of_them(tmp_path):
    folder = as_folder(tmp_path / "data")
    save(folder / "examples" / "other.yaml", {"schema": "1", "levels": []})
    assert said_by(read_data([folder], today=TODAY)) == []


def test_notes_and_hidden_files_in_a_data_folder_are_left_alone(tmp_path):
    folder = as_folder(tmp_path / "data")
    (folder / "README.md").write_text("About these data.")
    (folder / ".draft.yaml").write_text("- not read")
    assert said_by(read_data([folder], today=TODAY)) == []


def test_a_folder_that_is_not_read_is_told_of(tmp_path):
    folder = as_folder(tmp_path / "data")
    save(folder / "sector" / "more.yaml", {"schema": "1", "levels": []})
    assert [str(each).split("data/", 1)[1] for each in read_data([folder], today=TODAY).notices] == [
        "sector:1:1: The files in this folder are not read. Did you mean 'sectors'?"
    ]


def test_every_file_is_read_even_if_the_first_has_a_syntax_error(tmp_path):
    (tmp_path / "a.yaml").write_text("schema: 1\nprompts: [\n")
    (tmp_path / "b.yaml").write_text("schema: 1\npromts: []\n")
    notices = read_data([tmp_path / "a.yaml", tmp_path / "b.yaml"], today=TODAY).notices
    assert [(each.code, each.location.line, each.location.column) for each in notices] == [
        ("yaml-syntax", 2, 10),
        ("unknown-field", 2, 1),
    ]


def test_what_a_file_with_a_syntax_error_defines_is_not_called_unknown(tmp_path):
    parts = small()
    needs = {"schema": "1", "requirements": parts.pop("requirements")}
    save(tmp_path / "rest.yaml", parts)
    (tmp_path / "requirements.yaml").write_text(written(needs) + "\n}\n")
    notices = read_data([tmp_path / "rest.yaml", tmp_path / "requirements.yaml"], today=TODAY).notices
    assert [each.code for each in notices] == ["yaml-syntax"]


def test_reading_needs_no_graph_library_and_no_screen():
    code = (
        "import graph_loader, sys; print(*({'networkx', 'streamlit', 'click', 'numpy'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.split() == []


def test_a_missing_file(tmp_path):
    assert only_notice(tmp_path / "none.yaml") == (
        "none.yaml:1:1: There is no such file or folder. Check the path."
    )


def test_a_file_in_place_of_a_folder(tmp_path):
    (tmp_path / "file").write_text("")
    assert "There is no such file or folder." in only_notice(tmp_path / "file" / "care.yaml")


def test_an_empty_folder(tmp_path):
    (tmp_path / "data").mkdir()
    assert only_notice(tmp_path / "data") == (
        "data:1:1: The folder holds no data. Put a sector file into a folder “sectors” in it."
    )


def test_a_folder_in_place_of_a_file(tmp_path):
    folder = as_folder(tmp_path / "data")
    (folder / "sectors" / "care.yaml").rename(folder / "sectors" / "other.yaml")
    (folder / "sectors" / "care.yaml").mkdir()
    notices = read_data([folder], today=TODAY).notices
    assert [(each.code, each.location.file.split("data/")[1]) for each in notices] == [
        ("not-a-file", "sectors/care.yaml")
    ]


def test_a_pipe_does_not_hold_the_reader(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    assert only_notice(tmp_path / "pipe.yaml") == (
        "pipe.yaml:1:1: This is not an ordinary file. Name a YAML or CSV file."
    )


def test_a_device():
    assert "This is not an ordinary file." in only_notice(Path("/dev/zero"))


def test_a_socket(tmp_path):
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.yaml"))
        assert "s.yaml:1:1: " in only_notice(tmp_path / "s.yaml")


def test_a_link_that_leads_to_itself(tmp_path):
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    assert only_notice(tmp_path / "loop.yaml").startswith("loop.yaml:1:1: This is a symbolic link")


def test_a_link_that_a_person_names_is_followed(tmp_path):
    (tmp_path / "real.yaml").write_text(small_text())
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real.yaml")
    assert said_by(read_data([tmp_path / "link.yaml"], today=TODAY)) == []


def test_a_link_inside_a_data_folder_is_not_followed(tmp_path):
    folder = as_folder(tmp_path / "data")
    (folder / "sectors" / "secrets.yaml").symlink_to("/etc/hostname")
    notices = read_data([folder], today=TODAY).notices
    assert [(each.code, each.location.file.split("data/")[1]) for each in notices] == [
        ("not-a-file", "sectors/secrets.yaml")
    ]


def test_a_file_without_permission(tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "closed.yaml").write_text(small_text())
    monkeypatch.setattr("graph_loader.text_files.os.open", refuse)
    assert only_notice(tmp_path / "closed.yaml") == (
        "closed.yaml:1:1: The file cannot be opened: permission denied. Allow reading it."
    )


def test_a_file_over_the_limit_is_not_read_whole(tmp_path):
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(10 * 1000**3)
    said = f"The file has 10,000,000,000 bytes; at most {MAX_BYTES:,} are read. Split it."
    assert only_notice(tmp_path / "large.yaml") == f"large.yaml:1:1: {said}"


def test_a_path_with_a_nul_or_too_long_a_name(tmp_path):
    for name in ("nul\0.yaml", "x" * 5000):
        reading = read_data([tmp_path / name], today=TODAY)
        assert [each.code for each in reading.notices] == ["unreadable-file"]


def test_the_name_of_a_file_cannot_forge_a_line_of_output(tmp_path):
    path = tmp_path / "a\nb\x1b[31m.yaml"
    path.write_text("")
    shown = str(read_data([path], today=TODAY).notices[0])
    assert "\n" not in shown
    assert "\x1b" not in shown


def test_a_path_with_spaces_and_accents(tmp_path):
    path = tmp_path / "mes données é" / "soins à domicile.yaml"
    path.parent.mkdir()
    path.write_text(small_text(), "utf-8")
    assert said_by(read_data([path], today=TODAY)) == []


def test_loading_raises_with_every_notice(tmp_path):
    (tmp_path / "bad.yaml").write_text("schema: 1\npromts: []\nlevls: []\n")
    with pytest.raises(DataError) as raised:
        load_catalogue([tmp_path / "bad.yaml"])
    assert len(raised.value.notices) == 2
    assert str(raised.value).count("\n") == 1
    assert "Did you mean 'prompts'?" in str(raised.value)


def test_loading_does_not_mind_what_only_a_date_could_say(tmp_path):
    text = small_text().replace("2026-01-01", "2099-01-01")
    (tmp_path / "later.yaml").write_text(text)
    assert load_catalogue([tmp_path / "later.yaml"]).sources[0].checked_on.year == 2099


def test_more_files_than_the_limit_are_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr("graph_loader.data_files.MAX_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}.yaml").write_text(small_text())
    assert only_notice(tmp_path).endswith(
        ":1:1: The folder holds 4 files; at most 3 are read. Name a smaller one."
    )


def test_a_folder_without_permission(tmp_path, monkeypatch):
    def refuse(_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("graph_loader.data_files.os.scandir", refuse)
    assert "permission denied" in only_notice(tmp_path)
