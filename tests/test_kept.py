"""Data are kept once read, and never in a way that shows: any doubt, and the files are read again."""

from __future__ import annotations

import hashlib
import marshal
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_loader import kept, load_catalogue, reading
from graph_loader.packing import pack
from pathways.catalogue import Catalogue
from pathways.errors import DataError
from tests.cli import STORY
from tests.small_data import small_text

Counter = Callable[[], int]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a place to keep catalogues in, for one test."""
    monkeypatch.setenv(kept.CACHE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> Counter:
    """Give a function that says how often files have been read into a catalogue."""
    calls: list[Any] = []
    read = reading.read_snapshot
    monkeypatch.setattr(reading, "read_snapshot", lambda *given: calls.append(given) or read(*given))
    return lambda: len(calls)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give a small dataset in one file."""
    file = tmp_path / "small.yaml"
    file.write_text(small_text(), "utf-8")
    return file


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Give the matrix of one sector in a spreadsheet."""
    file = tmp_path / "matrix.csv"
    file.write_text("sector,at,into,kind,statement\nBaking,L2,L3,attainment,You can bake.\n", "utf-8")
    return file


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_what_was_read_once_is_not_read_again(folder: Path, readings: Counter) -> None:
    first, second = load_catalogue([STORY]), load_catalogue([STORY])

    assert second == first
    assert second.content_hash == first.content_hash
    assert readings() == 1
    assert len(entries(folder)) == 1


def test_the_shipped_data_are_kept_too(folder: Path, readings: Counter) -> None:
    assert load_catalogue() == load_catalogue()
    assert readings() == 1


def test_a_changed_file_is_seen_at_once(folder: Path, data: Path, readings: Counter) -> None:
    before = load_catalogue([data])
    about = data.stat()
    data.write_text(small_text().replace("title: ", "title: x", 1), "utf-8")
    os.utime(data, ns=(about.st_atime_ns, about.st_mtime_ns))

    assert load_catalogue([data]) != before
    assert readings() == 2


def test_the_same_data_under_another_name_are_named_so(folder: Path, data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_bytes(data.read_bytes())

    assert [load_catalogue([each]).name for each in (data, other, data)] == [
        "small.yaml", "other.yaml", "small.yaml",
    ]  # fmt: skip


def test_data_alone_and_beside_the_shipped_are_two_things(folder: Path, sheet: Path) -> None:
    first = load_catalogue([sheet]), load_catalogue([sheet], beside=True)
    again = load_catalogue([sheet]), load_catalogue([sheet], beside=True)

    assert again == first
    assert len(first[1].sectors) > len(first[0].sectors) == 1


def test_the_day_a_spreadsheet_was_saved_is_part_of_what_it_says(folder: Path, sheet: Path) -> None:
    days = []
    for day in (1, 2):
        when = (datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(days=day)).timestamp()
        os.utime(sheet, (when, when))
        days.append({source.checked_on.day for source in load_catalogue([sheet]).sources})

    assert days == [{2}, {3}]


def test_data_with_an_error_are_never_kept(folder: Path, data: Path, readings: Counter) -> None:
    data.write_text(small_text() + "\nnonsense: 1\n", "utf-8")
    said = set()
    for _ in range(2):
        with pytest.raises(DataError) as error:
            load_catalogue([data])
        said.add(str(error.value))

    assert len(said) == 1
    assert readings() == 2
    assert not folder.exists()


def test_a_file_that_cannot_be_read_is_the_error_it_always_was(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="There is no such file or folder"):
        load_catalogue([tmp_path / "none.yaml"])
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(DataError, match="This is not an ordinary file"):
        load_catalogue([tmp_path / "pipe.yaml"])


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped(content: bytes) -> bytes:
    return content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut short": cut,
    "one bit turned": flipped,
    "something after it": lambda content: content + b"\0",
    "of another form": lambda content: b"pathway-explorer catalogue 2" + content[28:],
    "not ours at all": lambda _: b"GIF89a" * 99,
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_what_is_spoilt_is_read_again_and_mended(
    folder: Path, data: Path, readings: Counter, spoil: Callable[[bytes], bytes]
) -> None:
    first = load_catalogue([data])
    (entry,) = entries(folder)
    entry.write_bytes(spoil(entry.read_bytes()))

    assert load_catalogue([data]) == first
    assert readings() == 2
    assert load_catalogue([data]) == first
    assert readings() == 2


def test_one_entry_does_not_pass_for_another(folder: Path, data: Path) -> None:
    load_catalogue([STORY])
    (story,) = entries(folder)
    small = load_catalogue([data])
    (other,) = set(entries(folder)) - {story}
    other.write_bytes(story.read_bytes())

    assert load_catalogue([data]) == small


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5).map(tuple),
    max_leaves=20,
)


def forge(entry: Path, value: Any) -> None:
    """Write plain values as an entry with the right digest."""
    payload = marshal.dumps(value)
    digest = hashlib.sha256(entry.name.encode() + payload).digest()
    entry.write_bytes(b"pathway-explorer catalogue\n" + digest + payload)


@pytest.fixture
def forged(folder: Path, data: Path) -> tuple[Path, Path, Catalogue]:
    catalogue = load_catalogue([data])
    return entries(folder)[0], data, catalogue


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=plain)
def test_a_forgery_with_the_right_digest_is_read_again(
    forged: tuple[Path, Path, Catalogue], value: Any
) -> None:
    entry, data, catalogue = forged
    forge(entry, value)
    assert load_catalogue([data]) == catalogue


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut_at=st.integers(0, 40), value=plain)
def test_a_forgery_that_is_nearly_right_never_raises(
    forged: tuple[Path, Path, Catalogue], cut_at: int, value: Any
) -> None:
    entry, data, catalogue = forged
    name, digest, words, records = pack(catalogue)
    at = cut_at % (len(records) + 1)
    forge(entry, (name, digest, words, (*records[:at], value, *records[at + 1 :])))
    assert isinstance(load_catalogue([data]), Catalogue)


def test_another_version_of_the_program_reads_for_itself(
    folder: Path, data: Path, readings: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_catalogue([data])
    monkeypatch.setattr(kept, "_program_files", lambda: iter([("pathways/model.py", 1, 1)]))
    load_catalogue([data])

    assert readings() == 2


def test_a_program_that_cannot_see_its_own_files_keeps_nothing(
    folder: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> Any:
        raise NotADirectoryError

    monkeypatch.setattr(kept, "_program_files", gone)
    load_catalogue([data])

    assert not folder.exists()


def test_an_entry_of_somebody_else_is_not_believed(
    folder: Path, data: Path, readings: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_catalogue([data])
    owner = entries(folder)[0].stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1, raising=False)
    load_catalogue([data])

    assert readings() == 2


def test_an_entry_that_is_a_link_or_a_pipe_is_not_opened(
    folder: Path, data: Path, readings: Counter, tmp_path: Path
) -> None:
    first = load_catalogue([data])
    (entry,) = entries(folder)
    entry.rename(tmp_path / "elsewhere")
    entry.symlink_to(tmp_path / "elsewhere")
    assert load_catalogue([data]) == first
    entry.unlink()
    os.mkfifo(entry)
    assert load_catalogue([data]) == first
    assert readings() == 3


@pytest.mark.parametrize("at", ["", "cache"])
def test_a_folder_that_cannot_be_made_is_no_error(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    monkeypatch.setenv(kept.CACHE, str(tmp_path / "file" / at))

    assert load_catalogue([data]) == load_catalogue([data])


def test_a_disk_that_refuses_to_write_is_no_error_and_leaves_nothing(
    folder: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    assert load_catalogue([data]).sectors
    assert entries(folder) == []


def test_at_most_eight_are_kept_and_the_latest_used_stay(folder: Path, data: Path, readings: Counter) -> None:
    for number in range(kept.MOST_KEPT):
        data.write_text(small_text() + f"# {number}\n", "utf-8")
        load_catalogue([data])
        for entry in entries(folder):
            older = entry.stat().st_mtime - 10
            os.utime(entry, (older, older))
    data.write_text(small_text() + "# 0\n", "utf-8")
    load_catalogue([data])
    data.write_text(small_text() + "# one more\n", "utf-8")
    load_catalogue([data])

    assert len(entries(folder)) == kept.MOST_KEPT
    assert readings() == kept.MOST_KEPT + 1
    data.write_text(small_text() + "# 0\n", "utf-8")
    load_catalogue([data])
    assert readings() == kept.MOST_KEPT + 1


def test_what_a_killed_process_left_is_cleared_and_other_files_are_not(folder: Path, data: Path) -> None:
    folder.mkdir()
    left, recent, other = (folder / name for name in ("0" * 16 + ".part", "1" * 16 + ".part", "my.part"))
    for file in (left, recent, other):
        file.write_bytes(b"begun")
    for file in (left, other):
        os.utime(file, (1, 1))
    load_catalogue([data])

    assert not left.exists()
    assert recent.exists()
    assert other.exists()


def test_it_can_be_switched_off(
    tmp_path: Path, data: Path, readings: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv(kept.CACHE, "Off")
    load_catalogue([data])
    load_catalogue([data])

    assert readings() == 2
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("system", "variable", "below"),
    [
        ("linux", "XDG_CACHE_HOME", "cache"),
        ("linux", "HOME", ".cache"),
        ("darwin", "HOME", "Library/Caches"),
        ("win32", "LOCALAPPDATA", "cache"),
    ],
)
def test_it_stands_where_caches_of_the_user_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, variable: str, below: str
) -> None:
    on_system(system, monkeypatch)
    home = variable == "HOME"
    for name in (variable, "USERPROFILE") if home else (variable,):
        monkeypatch.setenv(name, str(tmp_path if home else tmp_path / below))

    assert kept.cache_folder() == tmp_path / below / "pathway-explorer"


@pytest.mark.parametrize(("system", "variable"), [("linux", "XDG_CACHE_HOME"), ("win32", "LOCALAPPDATA")])
def test_a_relative_folder_for_caches_is_not_used(
    monkeypatch: pytest.MonkeyPatch, system: str, variable: str
) -> None:
    on_system(system, monkeypatch)
    monkeypatch.setenv(variable, "here")

    assert kept.cache_folder() is None


def on_system(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program think that it runs on a system, with none of its folders named."""
    monkeypatch.setattr(sys, "platform", system)
    for name in (kept.CACHE, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)


def test_only_its_owner_may_look_into_it(folder: Path, data: Path) -> None:
    load_catalogue([data])
    assert folder.stat().st_mode & 0o077 == 0
    assert entries(folder)[0].stat().st_mode & 0o077 == 0


def test_two_processes_at_once_both_get_it_and_leave_one_whole_entry(folder: Path) -> None:
    code = "from graph_loader import load_catalogue; print(load_catalogue().content_hash)"
    both = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = {process.communicate(timeout=120)[0] for process in both}

    assert said == {load_catalogue().content_hash + "\n"}
    assert [entry.suffix for entry in entries(folder)] == [".kept"]


QUESTION = "I am Zebediah Quux, how do I get from L3 childcare to L4?"


def test_nothing_that_was_asked_or_answered_is_kept(folder: Path) -> None:
    command = [sys.executable, "-m", "explorer.cli", "ask", QUESTION, "--not", "employer-funding-agreed"]
    subprocess.run(command, capture_output=True, check=False, timeout=120)

    shipped = {"shipped data"}
    for entry in entries(folder):
        content = entry.read_bytes()
        assert b"Zebediah" not in content
        assert b"Quux" not in content
        assert marshal.loads(content[27 + 32 :])[0] in shipped
    assert len(entries(folder)) == 1
