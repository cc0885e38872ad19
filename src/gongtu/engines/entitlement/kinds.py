"""Kinds of facts that plain Python types do not tell apart, and how each is stored and shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from gongtu.base.errors import Refused
from gongtu.base.identifiers import mask_numbers
from gongtu.base.speech import gettext as _


class Text(str):
    """Words of any length; forms give it several lines."""

    __slots__ = ()


class Masked(Text):
    """Words in which people may stand by their ID numbers: read whole, kept with those masked."""

    __slots__ = ()


class OrganisationKey(str):
    """Points at an organisation on record, by its id."""

    __slots__ = ()


class PersonKey(str):
    """Points at a person on record, by id."""

    __slots__ = ()


class RecordKey(str):
    """Points at an entry of a register, such as a certificate, by its number."""

    __slots__ = ()


def stored(value: Any) -> Any:
    """A value as JSON keeps it.

    >>> from gongtu.base.money import Yuan
    >>> stored(Yuan(5)), stored(date(2026, 3, 1)), stored(Text("甲")), stored(None)
    ('5.00', '2026-03-01', '甲', None)
    >>> stored(Masked("王师傅 110105194912310021"))
    '王师傅 1101**********0021'
    """
    match value:
        case None | bool() | int():
            return value
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case Masked():
            return mask_numbers(value)
    return str(value)


def read(kind: type[Any], value: Any) -> Any:
    """A value of `kind` from what JSON or a form keeps; a value already of that kind stays.

    Raises:
        Refused: It cannot be one; the sentence says what is expected.

    >>> from gongtu.base.money import Yuan
    >>> read(date, "2026-03-01"), read(Yuan, "5"), read(int, "12"), read(int, 12)
    (datetime.date(2026, 3, 1), Yuan('5.00'), 12, 12)
    >>> read(bool, "maybe")
    Traceback (most recent call last):
    gongtu.base.errors.Refused: 请选择“是”或“否”。
    """
    if value is None or type(value) is kind:
        return value
    try:
        return _made(kind, value)
    except (ValueError, TypeError, ArithmeticError):
        raise Refused(_expected(kind)) from None


_TRUTHS = {"true": True, "false": False, "True": True, "False": False}


def _expected(kind: type[Any]) -> str:
    sentences: dict[type[Any], str] = {
        int: _("请填写整数。"),
        bool: _("请选择“是”或“否”。"),
        date: _("请填写日期，例如2026-03-01。"),
        Decimal: _("请填写数字。"),
    }
    return sentences.get(kind, _("请从所列选项中选择。"))


def _made(kind: type[Any], value: Any) -> Any:
    if isinstance(value, bool) or (kind is bool and not isinstance(value, str)):
        raise TypeError(value)
    if kind is bool:
        if value not in _TRUTHS:
            raise ValueError(value)
        return _TRUTHS[value]
    if kind is date:
        return date.fromisoformat(value)
    if kind is int and isinstance(value, float):
        raise TypeError(value)
    if issubclass(kind, str) and not isinstance(value, str):
        raise TypeError(value)
    return kind(value)
