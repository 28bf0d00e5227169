"""What can be seen of a sector on the Matrix page, and printed on the command line."""

from __future__ import annotations

from enum import StrEnum


class MatrixView(StrEnum):
    """The views of a sector: its matrix, what leads there, its ladder on one page, what its employers ask."""

    MATRIX = "matrix"
    ACTIVITIES = "activities"
    LADDER = "ladder"
    EMPLOYER = "employer"


NEEDS_MATRIX = (MatrixView.MATRIX, MatrixView.ACTIVITIES)
"""The views that a sector without a matrix does not have."""
