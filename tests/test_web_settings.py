"""The settings of the web app, each as Streamlit itself reads it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETTINGS = {
    "server.address": "127.0.0.1",
    "server.allowedHosts": ["127.0.0.1", "localhost"],
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
    "server.maxUploadSize": 5,
    "server.maxMessageSize": 20,
    "server.maxWidgetStateSize": 1,
    "server.disconnectedSessionTTL": 60,
    "server.enableStaticServing": False,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "runner.postScriptGC": False,
    "runner.fastReruns": False,
    "runner.magicEnabled": False,
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "client.disableDataExport": True,
    "client.showSidebarNavigation": False,
    "browser.gatherUsageStats": False,
    "theme.baseRadius": "0.5rem",
    "theme.showWidgetBorder": True,
    "theme.light.primaryColor": "#0b5cad",
    "theme.light.backgroundColor": "#ffffff",
    "theme.light.secondaryBackgroundColor": "#f1f5f9",
    "theme.light.textColor": "#111111",
    "theme.light.linkColor": "#0b5cad",
    "theme.light.borderColor": "#8592a3",
    "theme.dark.primaryColor": "#2b78cc",
    "theme.dark.backgroundColor": "#0d1420",
    "theme.dark.secondaryBackgroundColor": "#18212f",
    "theme.dark.textColor": "#f1f5f9",
    "theme.dark.linkColor": "#8cc5fa",
    "theme.dark.borderColor": "#66748a",
}

READ = """
import json, sys
from streamlit import config
options = config.get_config_options(force_reparse=True)
file = [name for name, option in options.items() if option.where_defined.endswith("config.toml")]
print(json.dumps({"file": file, "values": {name: options[name].value for name in json.loads(sys.argv[1])}}))
"""


@pytest.fixture(scope="module")
def read() -> dict:
    """What Streamlit reads when it is started in this checkout."""
    command = [sys.executable, "-c", READ, json.dumps(list(SETTINGS))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", SETTINGS)
def test_streamlit_reads_this_setting(read, name):
    assert read["values"][name] == SETTINGS[name]


def test_no_setting_goes_untested(read):
    assert sorted(read["file"]) == sorted(SETTINGS)
