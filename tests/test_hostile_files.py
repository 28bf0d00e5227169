"""Files made to harm: refused within a moment, in a process that lives on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

READ = """
import resource, sys
from datetime import date
from pathlib import Path
from graph_loader import read_data
before = resource.getrusage(resource.RUSAGE_SELF)
notices = read_data([Path(sys.argv[1])], today=date(2026, 11, 22)).notices
after = resource.getrusage(resource.RUSAGE_SELF)
grown = (after.ru_maxrss - before.ru_maxrss) // 1024
print(len(notices), notices[0].code, after.ru_utime - before.ru_utime, grown)
"""

BOMB = "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE = "".join(
    f"{new}: &{new} {{<<: [{', '.join([f'*{old}'] * 9)}]}}\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
CSV = "sector,at,into,kind,statement\n"

HOSTILE = {
    "alias-bomb.yaml": ("a: &a [x, x]\n" + BOMB, "anchor"),
    "merge-bomb.yaml": ("a: &a {x: y}\n" + MERGE, "anchor"),
    "merge-without-anchors.yaml": ("schema: 1\n" + "<<: {" * 10, "merge-key"),
    "recursion.yaml": ("a: &a [*a]\n", "anchor"),
    "deep-lists.yaml": ("a: " + "[" * 200_000 + "]" * 200_000, "too-deep"),
    "deep-blocks.yaml": ("{a: " * 200_000 + "}" * 200_000, "too-deep"),
    "deep-lists-in-lines.yaml": ("- " * 200_000 + "x\n", "too-deep"),
    "deep-keys.yaml": ("? " * 200_000 + "x\n", "name-not-text"),
    "very-deep.yaml": ("[" * 2_000_000, "too-deep"),
    "huge-number.yaml": (
        f"schema: 1\nlevels:\n  - {{id: L3, title: Level 3, rank: {'9' * 15_000}}}\n",
        "bad-value",
    ),
    "huge-schema.yaml": (f"schema: {'9' * 15_000}\nlevels: []\n", "schema-newer"),
    "long-number.yaml": (f"a: {'9' * 100_000}\n", "value-too-long"),
    "run-me.yaml": ("a: !!python/object/apply:os.system ['exit 7']\n", "tag"),
    "many-fields.yaml": ("schema: 1\n" + "".join(f"f{n}: x\n" for n in range(200_000)), "unknown-field"),
    "many-quotes.yaml": ("a: '" + "''" * 9_000 + "\n", "yaml-syntax"),
    "many-colons.yaml": ("a" + ": a" * 100_000 + "\n", "yaml-syntax"),
    "quotes.csv": (CSV + '"' * 1_000_001, "csv-quote"),
    "commas.csv": (CSV + "," * 2_000_000, "too-many-values"),
    "lines.csv": (CSV + "x\n" * 300_000, "csv-line"),
    "long-cell.csv": (CSV + "Floristry,L2,L3,attainment," + "x" * 200_000, "value-too-long"),
    "spaces.csv": (CSV + " " * 1_000_000 + '"', "csv-quote"),
    "header.csv": ("," * 500_000 + "\n", "no-data"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_once(name, tmp_path):
    text, code = HOSTILE[name]
    (tmp_path / name).write_text(text, "utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", READ, str(tmp_path / name)],
        capture_output=True, text=True, timeout=30, cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    count, first, seconds, megabytes = ran.stdout.split()
    assert first == code
    assert int(count) <= 1_001
    assert float(seconds) < 5
    assert int(megabytes) < 400
