"""Whatever the data and the question, every form comes out whole, in sentences, and without an id."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from explorer.answers import Answer, ExitCode, answer_routes, answer_understood
from explorer.formats.csv_routes import COLUMNS, answer_rows, to_csv
from explorer.formats.json_answers import dumps, to_json
from explorer.formats.markdown import to_markdown
from explorer.formats.matrix_data import HEADER, matrix_rows, matrix_to_json, matrix_to_yaml
from explorer.formats.matrix_outline import matrix_outline
from explorer.formats.outline import outline
from explorer.formats.page import page
from explorer.formats.text import to_text
from explorer.moves import Moves
from explorer.sector_overlap import SectorOverlap
from pathways.catalogue import Catalogue
from pathways.errors import UnknownName
from pathways.questions import Intent, Understood
from pathways.route_index import RouteIndex
from tests.cli import validator
from tests.strategies import Question, catalogues, questions

SCHEMA, MATRIX = validator("answer"), validator("matrix")
SOME = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def answers_to(asked: Question, index: RouteIndex) -> list[Answer]:
    """Return the answers to a question for routes, and to the same two places asked otherwise."""
    query = asked.query
    ends: dict[str, Any] = {"start": query.start, "goal": query.goal, "as_of": query.as_of}
    others = (Intent.NEXT_STEPS, Intent.REQUIREMENTS, Intent.TRANSFER, Intent.COMPARE)
    read = [Understood("asked", intent, **ends) for intent in others]
    read.append(Understood("asked", Intent.REQUIREMENTS, goal=query.goal))
    return [
        answer_routes(query, index),
        *(answer_understood(each, index, query.as_of, query.learner) for each in read),
    ]


@given(questions())
@SOME
def test_every_answer_comes_out_in_every_form(asked: Question) -> None:
    index = RouteIndex.build(asked.catalogue)
    for answer in answers_to(asked, index):
        in_json = to_json(answer, asked.catalogue)
        assert list(SCHEMA.iter_errors(in_json)) == []
        assert json.loads(dumps(in_json)) == in_json
        for full in (False, True):
            assert to_text(outline(answer, asked.catalogue, full)).strip()
        assert to_markdown(page(answer, asked.catalogue)).strip()
        rows = list(csv.reader(io.StringIO(to_csv(answer_rows(answer, asked.catalogue)))))
        assert len({len(row) for row in rows}) == 1
        if not isinstance(answer.result, Moves | SectorOverlap):
            assert len(rows[0]) == len(COLUMNS)
            assert bool(answer.exit_code) == (not answer.routes and answer.exit_code is not ExitCode.ANSWERED)


@given(questions())
@SOME
def test_every_paragraph_is_made_of_whole_sentences(asked: Question) -> None:
    index = RouteIndex.build(asked.catalogue)
    for answer in answers_to(asked, index):
        said = to_json(answer, asked.catalogue)["answer"]
        assert said[-1] in ".!?”"
        assert said[0].isupper()
        assert "  " not in said
        assert ".." not in said.replace("...", "")
        assert re.search(r"\bNone\b|\{|\}", said) is None


@given(catalogues())
@SOME
def test_every_matrix_comes_out_in_every_form(catalogue: Catalogue) -> None:
    for sector in catalogue.sectors:
        if sector.matrix is None:
            with pytest.raises(UnknownName, match="has no matrix"):
                matrix_to_json(sector.id, catalogue)
            continue
        assert list(MATRIX.iter_errors(matrix_to_json(sector.id, catalogue))) == []
        assert to_text(matrix_outline(sector.id, catalogue, full=True)).strip()
        assert matrix_to_yaml(sector.id, catalogue).startswith("matrix:")
        rows = list(matrix_rows(sector.id, catalogue))
        assert {len(row) for row in rows} == {len(HEADER)}
