"""How sure a share of overlap is: its bootstrap interval, worked out and not drawn.

Drawing n requirements again, with replacement, from n of which some count one, some a half and some nothing
gives a mean whose whole distribution depends on those three numbers alone. So it is computed exactly, and
the same data always give the same interval.
"""

from __future__ import annotations

from functools import cache

LIKELY = 0.95
"""How much of the distribution lies within an interval."""


@cache
def likely_share(n: int, same: int, similar: int) -> tuple[float, float] | None:
    """Return the 95 % interval of (same + similar / 2) / n under the bootstrap; None where n is 0."""
    if not n:
        return None
    import numpy as np  # imported late: most questions compare nothing

    one = np.array([n - same - similar, similar, same], dtype=float) / n  # chances of 0, a half and 1
    total, power = np.ones(1), one
    times = n
    while times:  # the n-fold convolution by squaring
        if times & 1:
            total = np.convolve(total, power)
        power, times = np.convolve(power, power), times >> 1
    sums = np.cumsum(total)
    tail = (1 - LIKELY) / 2
    lowest, highest = (int(np.searchsorted(sums, part - 1e-12)) for part in (tail, 1 - tail))
    return lowest / (2 * n), min(highest, 2 * n) / (2 * n)
