"""Settings of the shared store: from the environment or a file, and every mistake named without a value."""

import pytest

from graph_loader.neo4j_settings import Neo4jSettings, read_settings, settings_file
from pathways.errors import StoreUnavailable

NAMED = {"NEO4J_URI": "bolt://localhost:7687", "NEO4J_PASSWORD": "secret-canary"}


@pytest.fixture
def file(tmp_path):
    """Writes a file of settings and gives the environment that names it."""

    def write(text, **environment):
        path = tmp_path / "settings.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return {"PATHWAYS_SETTINGS": str(path), **environment}

    return write


def test_the_environment_says_all():
    given = NAMED | {"NEO4J_USERNAME": "reader", "NEO4J_DATABASE": "pathways"}
    wanted = Neo4jSettings("bolt://localhost:7687", "reader", "secret-canary", "pathways")
    assert read_settings(given) == wanted


def test_user_and_database_are_neo4j_unless_said():
    found = read_settings(NAMED)
    assert (found.username, found.database) == ("neo4j", "neo4j")


def test_an_empty_password_is_for_a_server_that_asks_for_none():
    assert read_settings(NAMED | {"NEO4J_PASSWORD": ""}).password == ""


def test_a_file_says_all_and_the_environment_wins(file):
    text = '[neo4j]\nuri = "neo4j+s://a.example"\nusername = "u"\npassword = "p"\ndatabase = "d"\n'
    assert read_settings(file(text)) == Neo4jSettings("neo4j+s://a.example", "u", "p", "d")
    assert read_settings(file(text, NEO4J_DATABASE="other")).database == "other"


def test_the_usual_file_is_found_where_it_is(tmp_path):
    here = {"XDG_CONFIG_HOME": str(tmp_path), "APPDATA": str(tmp_path)}
    assert settings_file(here) is None
    folder = tmp_path / "pathway-explorer"
    folder.mkdir()
    (folder / "settings.toml").write_text("[neo4j]\n")
    assert settings_file(here) in (folder / "settings.toml", None)


def test_the_password_is_never_shown():
    assert "secret-canary" not in repr(read_settings(NAMED)) + str(read_settings(NAMED))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "No Neo4j is named. Set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD"),
        ({"NEO4J_URI": "bolt://a"}, "There is no password for Neo4j. Set NEO4J_PASSWORD"),
        (
            NAMED | {"NEO4J_URI": "http://a:7474"},
            "'http://a:7474' is no address of a Neo4j. Write it as bolt://",
        ),
        (NAMED | {"NEO4J_URI": "bolt://a:port"}, "'bolt://a:port' is no address"),
        (NAMED | {"NEO4J_URI": "bolt://a:99999"}, "'bolt://a:99999' is no address"),
        (NAMED | {"NEO4J_URI": "bolt://a/db"}, "'bolt://a/db' is no address"),
        (NAMED | {"NEO4J_URI": "localhost"}, "'localhost' is no address"),
        (NAMED | {"NEO4J_URI": "bolt://"}, "'bolt://' is no address"),
        (NAMED | {"NEO4J_URI": "bolt://["}, "is no address"),
    ],
)
def test_a_mistake_in_the_environment_is_named(given, message):
    with pytest.raises(
        StoreUnavailable, match=f"^{message.replace('+', '.')}" if "is no" not in message else message
    ):
        read_settings(given)


def test_a_password_in_the_address_is_refused_and_not_repeated():
    with pytest.raises(StoreUnavailable, match="holds a user or a password") as error:
        read_settings(NAMED | {"NEO4J_URI": "bolt://neo4j:secret-canary@a:7687"})
    assert "secret-canary" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[neo4j]\npasword = "secret-canary"\n',
            r"\[neo4j\] has no setting 'pasword'. It has uri, username, pass",
        ),
        ("[neo4j]\npassword = 5550123\n", "neo4j.password has to be text in quotes"),
        ("neo4j = 1\n", r"neo4j has to be a table: \[neo4j\]"),
        (
            '[neo4j]\npassword = "secret-canary\n',
            "are not TOML: it cannot be read at line 2, column",
        ),
        (b"[neo4j]\npassword = '\xff'\n", "the settings are not UTF-8 text"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_place_and_no_value(file, text, message):
    with pytest.raises(StoreUnavailable, match=message) as error:
        read_settings(file(text))
    assert "settings.toml" in str(error.value)
    assert not any(secret in str(error.value) for secret in ("secret-canary", "5550123"))


def test_a_file_that_is_named_has_to_be_there(tmp_path):
    with pytest.raises(StoreUnavailable, match="the settings cannot be read"):
        read_settings({"PATHWAYS_SETTINGS": str(tmp_path / "none.toml")})
