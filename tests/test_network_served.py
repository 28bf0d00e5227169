"""What Streamlit serves for the network: the vendored library unchanged, and a manifest it can find."""

from __future__ import annotations

import hashlib
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager

from explorer.drawings.network_page import MODULES

ROOT = Path(__file__).parent.parent
SERVED = ROOT / "explorer" / "network"
VIS = SERVED / "vis-network.min.js"
VERSION = "9.1.2"
HASH = "c539ad1086f6ccd49189d57265de65cff062b65ed5c4867851558bc451e6505b"


def test_vis_network_is_the_version_and_the_file_that_was_looked_at():
    text = VIS.read_bytes()

    assert f" * @version {VERSION}\n".encode() in text[:1000]
    assert hashlib.sha256(text).hexdigest() == HASH


def test_vis_network_is_what_pyvis_carries_but_for_line_ends_and_its_last_line():
    theirs = files("pyvis") / "lib" / f"vis-{VERSION}" / "vis-network.min.js"

    *lines, last = theirs.read_bytes().replace(b"\r\n", b"\n").split(b"\n")

    assert VIS.read_bytes().split(b"\n") == [*lines, b""]
    assert last == b"//# sourceMappingURL=vis-network.min.js.map"


def test_vis_network_keeps_its_licence_and_the_notice_names_it():
    banner = VIS.read_text("utf-8")[:1200]

    assert "@license" in banner
    assert "vis.js may be distributed under either license." in banner
    assert "Copyright (c) 2014-2017 Almende B.V." in (SERVED / "vis-network.LICENSE.txt").read_text("utf-8")
    assert f"vis-network {VERSION}" in (ROOT / "NOTICE").read_text("utf-8")


def test_an_installed_package_and_a_checkout_serve_the_same_folder():
    found = []
    for file in (ROOT / "pyproject.toml", ROOT / "explorer" / "pyproject.toml"):
        read = tomllib.loads(file.read_text("utf-8"))
        components = read["tool"]["streamlit"]["component"]["components"]
        folders = [(each["name"], file.parent / each["asset_dir"]) for each in components]
        found.append((read["project"]["name"], folders))

    assert found == [("pathway-explorer", [("network", SERVED)])] * 2


def test_streamlit_finds_the_folder_by_itself():
    manager = BidiComponentManager()

    manager.discover_and_register_components(start_file_watching=False)

    assert manager.get_component_asset_root("pathway-explorer.network") == SERVED


@pytest.mark.parametrize("name", ["network.js", *MODULES])
def test_no_script_of_ours_makes_html_or_code_of_text_or_asks_for_anything(name):
    script = (SERVED / name).read_text("utf-8")

    for risk in (
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
        "Function(",
        "fetch(",
    ):
        assert risk not in script
    assert not re.search(r"https?://|import\(", script)
    assert set(re.findall(r'import .*?"(.+?)"', script)) <= {
        f"./{each}" for each in ("vis-network.min.js", *MODULES)
    }


def test_the_page_of_its_own_has_every_module_each_after_those_it_imports_from():
    every = {path.name for path in SERVED.glob("*.js")} - {"network.js", "vis-network.min.js"}

    assert set(MODULES) == every
    for at, name in enumerate(MODULES):
        imported = re.findall(r'^import .*"\./(.+?)";$', (SERVED / name).read_text("utf-8"), re.MULTILINE)
        assert set(imported) <= set(MODULES[:at])


def test_no_two_modules_use_one_name_since_the_page_of_its_own_makes_them_one():
    names = [
        name
        for module in MODULES
        for name in re.findall(
            r"^(?:export )?(?:const|let|function) (\w+)", (SERVED / module).read_text("utf-8"), re.MULTILINE
        )
    ]

    assert len(names) > 20
    assert len(names) == len(set(names))
