"""What others read of equivalence: the rows of a day, and what they come to for somebody."""

from gongtu.registers.equivalence.queries.asking import Answer, Held, Standing, standing_of
from gongtu.registers.equivalence.queries.rows import (
    OutcomeUnknown,
    RowUnknown,
    counts_of,
    find_row,
    find_ruling,
    get_row,
    list_rows,
    rulings,
    rulings_after,
    rulings_of,
    rulings_seen,
    told_of,
    told_on,
)
from gongtu.registers.equivalence.queries.supposing import (
    Supposed,
    SupposedUnfit,
    require_fit,
    suppose,
)

__all__ = [
    "Answer",
    "Held",
    "OutcomeUnknown",
    "RowUnknown",
    "Standing",
    "Supposed",
    "SupposedUnfit",
    "counts_of",
    "find_row",
    "find_ruling",
    "get_row",
    "list_rows",
    "require_fit",
    "rulings",
    "rulings_after",
    "rulings_of",
    "rulings_seen",
    "standing_of",
    "suppose",
    "told_of",
    "told_on",
]
