"""Make the project's own virtual environment in .venv, and run something in it.

Needs nothing but Python 3.11 or newer with pip. Runs again only when pyproject.toml has changed.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(extras: str = "") -> None:
    """Make .venv with the project in it, editable; `extras` is "" or "[dev]"."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python has to be told kindly
        version = ".".join(str(part) for part in sys.version_info[:3])
        sys.exit(f"Pathway Explorer needs Python 3.11 or newer; this is {version} ({sys.executable}).")
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()).hexdigest()
    stamps = [HOME / f"installed{kind}" for kind in {extras, "[dev]"}]
    if PYTHON.exists() and any(stamp.exists() and stamp.read_text() == wanted for stamp in stamps):
        return
    print("Setting up (once, a minute or two) ...", flush=True)
    # The outside Python's pip fills it: some systems ship Python without the parts that `venv` copies.
    run(sys.executable, "-m", "venv", "--without-pip", str(HOME))
    pip = [sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "--quiet"]
    run(*pip, "--disable-pip-version-check", "--editable", f"{ROOT}{extras}")
    (HOME / f"installed{extras}").write_text(wanted)


def run(*command: str) -> None:
    """Run a command from the project's folder; end with its exit code where that is not 0."""
    try:
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        code = 130
    if code:
        sys.exit(code)
