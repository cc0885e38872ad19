"""Parameters in a city run: one number where the day is given, pieces where it is a fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.city import arithmetic as a
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import day_number, day_of
from gongtu.engines.entitlement.city.lowering.shapes import NOTHING, LeftOut, Size, chosen
from gongtu.policy import Parameter, Valued

Cell = Callable[[Valued], Size]
MOST_ROWS = 4096


def parameter(named: Parameter, day: Size, row: Size | str | None) -> Size:
    """What a parameter is worth on a day, in a row of its table if it has one."""

    def cell(line: Valued) -> Size:
        return _cell(line.value, row)

    return _on(named, day, cell)


def _on(named: Parameter, day: Size, cell: Cell) -> Size:
    if day.fixed is not None:
        found = cell(named.value(day_of(day.fixed)))
        return found if day.known is p.TRUE else _if_known(day.known, found)
    pieces = [
        (a.compare(">=", day.number, p.Whole(_number(line.since))), cell(line))
        for line in reversed(named.history())
    ]
    last = [i for i, (since, _) in enumerate(pieces) if since is p.TRUE]
    kept = pieces[: last[0] + 1] if last else [*pieces, (p.TRUE, NOTHING)]
    kept = [(test, size) for test, size in kept if test is not p.FALSE]
    if day.known is not p.TRUE:
        kept = [(test, _if_known(day.known, size)) for test, size in kept]
    return chosen(tuple(kept))


def _if_known(known: p.Truth, size: Size) -> Size:
    return Size(size.told, p.both(known, size.known), size.scale, size.categories)


def _cell(value: Any, row: Size | str | None) -> Size:
    if value is None:
        return NOTHING
    if row is None:
        return number_of(value)
    if isinstance(row, str):
        return number_of(value.get(row))
    return _looked_up(value, row)


def _looked_up(table: Any, row: Size) -> Size:
    """The cell of a row that is a fact: by its code, known where the table has a value for it.

    Raises:
        LeftOut: The row is a number of which there are too many.
    """
    cells = [number_of(table.get(name)) for name in _names(row)]
    if not cells:
        return NOTHING
    scale = max(cell.scale for cell in cells)
    values = [_fixed(cell) * (scale // cell.scale) for cell in cells]
    with_value = tuple(i for i, cell in enumerate(cells) if cell.known is p.TRUE)
    known = p.both(row.known, a.one_of(row.number, with_value))
    return Size(a.lookup(row.number, tuple(values)), known, scale)


def _names(row: Size) -> list[str]:
    """What each code is called in the table, from code 0 on."""
    if row.categories is not None:
        return [str(category) for category in row.categories]
    if row.number.low < 0 or row.number.high > MOST_ROWS:
        raise LeftOut(f"a table by a number up to {row.number.high} is too long")
    return [str(number) for number in range(row.number.high + 1)]


def _fixed(cell: Size) -> int:
    return cell.fixed or 0


def number_of(value: Any) -> Size:
    """A plain value as a number: fen, days, or a rate at the scale that makes it whole.

    >>> number_of(Yuan("1.50")).fixed, number_of(Decimal("1.5")).fixed, number_of(None) is NOTHING
    (150, 15, True)
    """
    match value:
        case None:
            return NOTHING
        case Yuan():
            return Size(p.Whole(value.fen))
        case date():
            return Size(p.Whole(day_number(value)))
        case Decimal():
            places = max(0, -int(value.normalize().as_tuple().exponent))
            return Size(p.Whole(int(value.scaleb(places))), scale=10**places)
    return Size(p.Whole(int(value)))


def _number(day: date | None) -> int:
    return day_number(day or date.min)
