"""A program as vector code, made through llvmlite; no compiler is needed on the server.

Why it is fast: a truth is a bit, so that logic costs one instruction for 256 rows; comparisons
are made in the width of their column; what depends on the enterprise alone is worked out once an
enterprise; amounts are worked out only of rows that are owed; and all this in chunks of rows that
stay in the cache.

`sheets` says what is worked out, `passes` writes the code for it and `judging` that for rules,
`amounts` that for amounts; `machine` compiles, `ground` sends code over the rows.
"""

from gongtu.engines.entitlement.city.vector.execution import bitmaps, run
from gongtu.engines.entitlement.city.vector.machine import available, compilations, missing

__all__ = ["available", "bitmaps", "compilations", "missing", "run"]
