"""What a YAML parser complains of, as sentences that say what would be right."""

from __future__ import annotations

import yaml

from graph_loader.refused import Mark, Refused
from graph_loader.text_files import character_at, mark_in

_QUOTES = "Put quotes round the text."
_LINE_UP = "This does not line up with what stands above. Check the spaces before it, and the quotes."
_SENTENCES = (
    ("found unknown escape character", "A backslash in double quotes has a meaning. Use single quotes."),
    ("did not find expected hexdecimal", "An escape in double quotes is not complete. Use single quotes."),
    ("tab character", "A tab stands here. Indent with spaces."),
    ("cannot start any token", f"This character cannot begin a value. {_QUOTES}"),
    ("values are not allowed", "This colon is one too many. Put quotes round text with “: ” in it, "
     "and line fields up with those above."),
    ("<block end>", _LINE_UP),
    ("expected '-'", "This does not line up with the list above. Check the spaces before it."),
    ("expected key", _LINE_UP),
    ("expected ':'", "A field has to be a name, a colon and a value. Add the colon, or indent the text."),
    ("quoted scalar", "A quote opens here and is never closed. Close it."),
    ("sequence entries are not allowed", "A list cannot begin here. Put its “- ” on a line of its own."),
    ("collections are not allowed", "A list or block cannot begin here. Put it on a line of its own."),
    ("or ']'", "A list opens with “[” here. Put commas between its entries and a “]” after the last."),
    ("or '}'", "A block opens with “{” here. Put commas between its fields and a “}” after the last."),
    ("tag", f"Tags (“!”) are not read. {_QUOTES}"),
    ("anchor", f"Anchors (“&”) are not read. {_QUOTES}"),
    ("alias", f"Aliases (“*”) are not read. {_QUOTES}"),
    ("comment or line break", "Text cannot follow “|” or “>” in the same line. Begin it in the next line."),
    ("directive", f"A line cannot begin with “%”. {_QUOTES}"),
    ("document start", "The document ended above (“...” or “---”). Write one document in a file."),
    ("expected node content", f"A value is missing before this character. {_QUOTES}"),
)  # fmt: skip
"""Words of a complaint, with our sentence. The first that fits is taken."""

_MENDED_WHERE_OPENED = ("stream", "or ']'", "or '}'", "expected ':'")
"""Complaints about the end of something that is mended where it begins."""


def syntax_error(problem: yaml.MarkedYAMLError, text: str, file: str, open_brackets: list[Mark]) -> Refused:
    """Return the refusal for a text that is not YAML, at the place to mend.

    `open_brackets` are the places of the brackets that were open where the parser gave up.
    """
    said = f"{problem.problem or ''} {problem.context or ''}"
    begun = problem.context_mark if any(each in said for each in _MENDED_WHERE_OPENED) else None
    at = begun or problem.problem_mark or problem.context_mark
    mark = (at.line + 1, at.column + 1) if at else (1, 1)
    if open_brackets and mark >= mark_in(text, len(text.rstrip())):
        mark = open_brackets[-1]
        said = f"or '{'}' if character_at(text, mark) == '{' else ']'}'"
    elif character_at(text, mark) == "\t":
        said = "tab character"
    otherwise = f"This cannot be read as YAML ({problem.problem}). Check this line."
    message = next((sentence for words, sentence in _SENTENCES if words in said), otherwise)
    return Refused("yaml-syntax", file, mark, message)
