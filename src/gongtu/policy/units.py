"""The units parameters come in, and what a value in each of them is in Python."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.base.speech import gettext as _

TERMS = frozenset({"日", "工作日", "月", "年"})
COUNTS = frozenset("次人名户家个件份项岁级倍班场页条号") | {"小时", "学时", "分钟", "平方米", "MB"}
RATE = "%"
TOO_MUCH = Decimal(10) ** 12  # nothing a city decides on; and nothing slower to write than to read

Amount = int | Decimal | Yuan


def is_unit(text: str) -> bool:
    """Whether a parameter may be in it; both sides of a slash must be known.

    >>> is_unit("元/人·年"), is_unit("工作日"), is_unit("元/斗")
    (True, True, False)
    """
    head, *per = text.split("/")
    measures = {measure for part in per for measure in part.split("·")}
    return (head in TERMS | COUNTS or head in ("元", RATE)) and measures <= TERMS | COUNTS


def is_money(unit: str) -> bool:
    return unit.partition("/")[0] == "元"


def kind_of(unit: str) -> type[Amount]:
    """`Yuan` for money, `Decimal` for a rate in per cent, otherwise `int`."""
    if is_money(unit):
        return Yuan
    return Decimal if unit == RATE else int


def amount_of(unit: str, raw: object) -> Amount:
    """What was written, as a value in that unit; never less than nothing.

    Raises:
        Refused: It is no such value.

    >>> amount_of("元", 1500), amount_of("%", 1.5), amount_of("月", 36)
    (Yuan('1500.00'), Decimal('1.5'), 36)
    >>> amount_of("月", "1e400")
    Traceback (most recent call last):
    gongtu.base.errors.Refused: “1e400”不是以“月”计的值。
    >>> amount_of("月", 1.5)
    Traceback (most recent call last):
    gongtu.base.errors.Refused: “1.5”不是以“月”计的值。
    """
    wrong = Refused(_("“%(raw)s”不是以“%(unit)s”计的值。") % {"raw": raw, "unit": unit})
    kind = kind_of(unit)
    if isinstance(raw, bool) or not isinstance(raw, int | float | str | Decimal | Yuan):
        raise wrong
    try:
        exact = Decimal(str(raw))
        if not exact.is_finite() or not 0 <= exact < TOO_MUCH:
            raise wrong
        return kind(str(exact)) if kind is not int else _whole(exact)
    except (InvalidOperation, ValueError, Refused):
        raise wrong from None


def made_of(unit: str, raw: object) -> Amount | dict[str, Amount | None] | None:
    """What JSON or YAML keeps of a value or a table, as values in that unit.

    Raises:
        Refused: Naming the row that is none.

    >>> made_of("元", {"junior": 1000, "senior": None})
    {'junior': Yuan('1000.00'), 'senior': None}
    """
    if raw is None:
        return None
    if isinstance(raw, Mapping):
        return {
            str(row): None if cell is None else amount_of(unit, cell) for row, cell in raw.items()
        }
    return amount_of(unit, raw)


def stored(value: Amount | Mapping[str, Amount | None] | None) -> object:
    """The same as JSON keeps it.

    >>> stored(Yuan(5)), stored({"junior": Yuan("0.5")}), stored(36)
    ('5.00', {'junior': '0.50'}, 36)
    """
    if isinstance(value, Mapping):
        return {row: stored(cell) for row, cell in value.items()}
    return str(value) if isinstance(value, Yuan | Decimal) else value


def _whole(exact: Decimal) -> int:
    if exact != exact.to_integral_value():
        raise ValueError(exact)
    return int(exact)
