"""Credits as they are counted: halves, written without a needless zero.

>>> written(Decimal("8.0")), written(Decimal("1.5")), written(Decimal("10"))
('8', '1.5', '10')
"""

from __future__ import annotations

from decimal import Decimal

HALF = Decimal("0.5")
MOST = Decimal(999)
NONE = Decimal(0)


def is_countable(count: Decimal) -> bool:
    """Whether so many can be counted: some, in halves, and no more than fit.

    >>> [is_countable(Decimal(n)) for n in ("0.5", "8", "0", "1.25", "-2", "1000", "NaN")]
    [True, True, False, False, False, False, False]
    """
    return count.is_finite() and NONE < count <= MOST and count % HALF == 0


def written(count: Decimal) -> str:
    """The number as people write it."""
    return f"{count.normalize():f}"
