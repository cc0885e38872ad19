"""The rows of equivalence as the city's file states them, read and checked at start."""

from gongtu.registers.equivalence.declare.loading import load_rows, the_equivalences
from gongtu.registers.equivalence.declare.rows import Equivalences, Row, Statement
from gongtu.registers.equivalence.declare.rungs import Rung, rungs_of

__all__ = [
    "Equivalences",
    "Row",
    "Rung",
    "Statement",
    "load_rows",
    "rungs_of",
    "the_equivalences",
]
