"""The language rules are written in: small immutable trees over facts and parameters.

An expression is a value.  It compares and combines like the thing it stands for, so a rule
reads as a sentence, and mypy refuses to weigh a date against a count.  Equal trees are one
and the same object, so that every execution works out a shared part once.
"""

from gongtu.engines.entitlement.expressions.nodes import (
    TODAY,
    Applied,
    Choice,
    FactOf,
    Function,
    Parameter,
    Today,
    function,
    greater_of,
    lesser_of,
    parameter,
    when,
)
from gongtu.engines.entitlement.expressions.ops import Op, Span
from gongtu.engines.entitlement.expressions.related import (
    EACH,
    Elsewhere,
    Gather,
    Gathered,
    Reaches,
    owed,
    reaches,
    within_cap,
)
from gongtu.engines.entitlement.expressions.tree import (
    Among,
    Binary,
    Constant,
    Elapsed,
    Expr,
    Not,
    Shifted,
    lift,
)

__all__ = [
    "EACH",
    "TODAY",
    "Among",
    "Applied",
    "Binary",
    "Choice",
    "Constant",
    "Elapsed",
    "Elsewhere",
    "Expr",
    "FactOf",
    "Function",
    "Gather",
    "Gathered",
    "Not",
    "Op",
    "Parameter",
    "Reaches",
    "Shifted",
    "Span",
    "Today",
    "function",
    "greater_of",
    "lesser_of",
    "lift",
    "owed",
    "parameter",
    "reaches",
    "when",
    "within_cap",
]
