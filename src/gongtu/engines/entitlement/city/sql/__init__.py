"""Rules as SQL: printed for DuckDB, ClickHouse and Spark, and run there with the same answers.

`layers` names what is used more than once, `emitting` writes a tree, `dialects` knows where
engines differ, `queries` puts the two questions, `answers` reads what comes back.
"""

from gongtu.engines.entitlement.city.sql.answers import Engine, Tally, run, tallies
from gongtu.engines.entitlement.city.sql.dialects import DIALECTS, Dialect, dialect_of
from gongtu.engines.entitlement.city.sql.queries import rows, sums

__all__ = ["DIALECTS", "Dialect", "Engine", "Tally", "dialect_of", "rows", "run", "sums", "tallies"]
