"""Where three engines write the same thing differently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gongtu.base.errors import Broken


@dataclass(frozen=True, slots=True)
class Dialect:
    """The few words in which engines differ; the rest of a query is the same for all.

    Templates take the written operands in order.  `whole` makes a number of 64 bits, `code` one
    of 8, `wide` one that holds any sum of 64-bit numbers, `text` its digits.  `settings` ends a
    query.
    """

    key: str
    title: str
    quote: str
    whole: str
    code: str
    wide: str
    text: str
    quotient: str
    numbers: str
    pick: str
    count: str
    settings: str = ""

    def name(self, word: str) -> str:
        """A name of a table or a column.

        >>> DUCKDB.name("person"), SPARK.name("person")
        ('"person"', '`person`')
        """
        return f"{self.quote}{word}{self.quote}"

    def number(self, value: int) -> str:
        """A number written down, of 64 bits whatever its size."""
        return self.whole.format(value)

    def lookup(self, place: str, values: Iterable[int]) -> str:
        """The value at a place that is counted from 0."""
        return self.pick.format(self.numbers.format(", ".join(map(str, values))), place)


DUCKDB = Dialect(
    key="duckdb",
    title="DuckDB",
    quote='"',
    whole="CAST({} AS BIGINT)",
    code="CAST({} AS UTINYINT)",
    wide="CAST({} AS HUGEINT)",
    text="CAST({} AS VARCHAR)",
    quotient="({} // {})",
    numbers="CAST([{}] AS BIGINT[])",
    pick="{}[{} + 1]",
    count="count_if({})",
)
CLICKHOUSE = Dialect(
    key="clickhouse",
    title="ClickHouse",
    quote='"',
    whole="toInt64({})",
    code="toUInt8({})",
    wide="toInt256({})",
    text="toString({})",
    quotient="intDiv({}, {})",
    numbers="CAST([{}] AS Array(Int64))",
    pick="{}[{} + 1]",
    count="countIf({})",
    settings="SETTINGS join_use_nulls = 1",
)
SPARK = Dialect(
    key="spark",
    title="Spark",
    quote="`",
    whole="CAST({} AS BIGINT)",
    code="CAST({} AS TINYINT)",
    wide="CAST({} AS DECIMAL(20, 0))",
    text="CAST({} AS STRING)",
    quotient="({} DIV {})",
    numbers="CAST(array({}) AS ARRAY<BIGINT>)",
    pick="{}[{}]",
    count="count_if({})",
)
DIALECTS = {dialect.key: dialect for dialect in (DUCKDB, CLICKHOUSE, SPARK)}


def dialect_of(key: str) -> Dialect:
    """The dialect of that name.

    Raises:
        Broken: There is none.
    """
    if key not in DIALECTS:
        raise Broken(f"Rules are printed for {', '.join(DIALECTS)}, not for {key!r}.")
    return DIALECTS[key]
