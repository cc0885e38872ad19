"""Chinese numerals and integers.

>>> to_int("一千二百六十"), to_int("一百〇一"), to_int("二〇二六")
(1260, 101, 2026)
>>> to_chinese(14), to_chinese(101), to_chinese(1260)
('十四', '一百零一', '一千二百六十')
"""

import re

LARGEST = 99_999_999

_DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "两": 2,
    **{d: n for n, d in enumerate("一二三四五六七八九", 1)},
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SPACE = re.compile(r"\s+")

NUMERAL = r"[〇零○一二两三四五六七八九十百千万\d]"
"""A character class of regular expressions: one sign of a numeral."""


def to_int(text: str) -> int:
    """The number that a Chinese, ASCII or full-width numeral says; spaces inside do not count.

    Raises:
        ValueError: The text is no numeral.
    """
    signs = _SPACE.sub("", text)
    if signs.isdecimal():
        return int(signs)
    if signs and all(sign in _DIGITS for sign in signs):
        return int("".join(str(_DIGITS[sign]) for sign in signs))
    head, ten_thousand, tail = signs.partition("万")
    if not ten_thousand:
        return _below_ten_thousand(signs)
    return _below_ten_thousand(head) * 10_000 + (_below_ten_thousand(tail) if tail else 0)


def find_int(text: str) -> int | None:
    """The number that a numeral says, or None where `to_int` would refuse."""
    try:
        return to_int(text)
    except ValueError:
        return None


def _below_ten_thousand(signs: str) -> int:
    total, digit, unit_before = 0, 0, 10_000
    for sign in signs:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
            continue
        unit = _UNITS.get(sign, 0)
        if not 0 < unit < unit_before:
            raise ValueError(f"not a numeral: {signs!r}")
        total += (digit or 1) * unit
        digit, unit_before = 0, unit
    if not signs:
        raise ValueError("an empty text is no numeral")
    return total + digit


def to_chinese(number: int) -> str:
    """The numeral as statutes write it: 十四, 一百零一.

    Raises:
        ValueError: Below 0 or above 99,999,999.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"no numeral for {number}")
    if number < 10:  # noqa: PLR2004 - below ten
        return "零一二三四五六七八九"[number]
    high, low = divmod(number, 10_000)
    spoken = f"{_spell(high)}万{_spell(low, after_gap=low < _UNITS['千'])}" if high else _spell(low)
    return spoken.removeprefix("一") if spoken.startswith("一十") else spoken


def _spell(number: int, *, after_gap: bool = False) -> str:
    spoken, gap = "", after_gap
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            spoken += ("零" if gap else "") + "零一二三四五六七八九"[digit] + sign
        gap = digit == 0 and (bool(spoken) or (gap and number > 0))
    return spoken
