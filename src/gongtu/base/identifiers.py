"""Identity numbers of citizens (GB 11643) and credit codes of organisations (GB 32100).

Whoever mistypes one is told which rule it breaks, and for a wrong check digit what
the other digits call for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from stdnum import numdb
from stdnum.cn import ric, uscc

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _

LENGTH = 18
_WRITTEN = re.compile(r"(?<![\dA-Za-z])\d(?:-?\d){16}-?[\dXx](?![\dA-Za-z])", re.ASCII)
_CREDIT_CODE = re.compile(r"[0-9A-HJ-NP-RTUWXY]{18}")


class WrongIdNumber(Refused):
    """The text is no citizen's identity number."""


class WrongUscc(Refused):
    """The text is no unified social credit code."""


@dataclass(frozen=True, slots=True)
class IdNumber:
    """公民身份号码, checked.

    >>> number = IdNumber.parse(" 11010519491231002x")
    >>> number.born, number.sex, number.division, number.masked
    (datetime.date(1949, 12, 31), 'female', '110105', '1101**********002X')
    >>> IdNumber.parse("110105194912310021")
    Traceback (most recent call last):
    gongtu.base.identifiers.WrongIdNumber: 身份证号码末位校验码应为“X”，填写的是“1”，请逐位核对。
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> IdNumber:
        """Read a number as people type it: blanks, full width and a small x are fine.

        Raises:
            WrongIdNumber: Naming each rule it breaks.
        """
        number = _typed(text)
        if wrong := _written_wrong(number) or _meaning_wrong(number):
            raise WrongIdNumber(*wrong)
        return cls(number)

    @property
    def born(self) -> date:
        return ric.get_birth_date(self.text)

    @property
    def sex(self) -> Literal["male", "female"]:
        return "male" if int(self.text[16]) % 2 else "female"

    @property
    def division(self) -> str:
        """The six digits of the place of first registration."""
        return self.text[:6]

    @property
    def masked(self) -> str:
        return _masked(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"IdNumber({self.masked!r})"  # logs and tracebacks never carry the number


def mask_numbers(text: str) -> str:
    """The text with whatever has the shape of an ID number masked.

    >>> mask_numbers("王师傅 11010519491231002x")
    '王师傅 1101**********002x'
    >>> mask_numbers("Y000037020001263000001")
    'Y000037020001263000001'
    """
    return _WRITTEN.sub(lambda found: _masked(found[0].replace("-", "")), text)


@dataclass(frozen=True, slots=True)
class Uscc:
    """统一社会信用代码, checked.

    >>> Uscc.parse("91370200264574251e").division
    '370200'
    >>> Uscc.parse("91370200264574251A")
    Traceback (most recent call last):
    gongtu.base.identifiers.WrongUscc: 统一社会信用代码末位校验码应为“E”，填写的是“A”，请逐位核对。
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> Uscc:
        """Read a code as people type it.

        Raises:
            WrongUscc: Naming the rule it breaks.
        """
        code = _typed(text)
        if wrong := _code_wrong(code):
            raise WrongUscc(wrong)
        return cls(code)

    @property
    def division(self) -> str:
        """The six digits of the place of registration."""
        return self.text[2:8]

    @property
    def masked(self) -> str:
        return _masked(self.text)

    def __str__(self) -> str:
        return self.text


def _typed(text: str) -> str:
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text)).upper()


def _masked(text: str) -> str:
    return text[:4] + "*" * (LENGTH - 8) + text[-4:]


def _written_wrong(number: str) -> list[str]:
    if len(number) != LENGTH:
        return [_("身份证号码应为18位，填写的是%(count)s位。") % {"count": len(number)}]
    return [
        (
            _("身份证号码第%(place)s位应为数字或X，填写的是“%(sign)s”。")
            if place == LENGTH
            else _("身份证号码第%(place)s位应为数字，填写的是“%(sign)s”。")
        )
        % {"place": place, "sign": sign}
        for place, sign in enumerate(number, 1)
        if not ("0" <= sign <= "9" or (sign == "X" and place == LENGTH))
    ]


def _meaning_wrong(number: str) -> list[str]:
    wrong = []
    if not _is_division(number[:6]):
        wrong.append(_("身份证号码前6位“%(number)s”不是行政区划代码。") % {"number": number[:6]})
    try:
        ric.get_birth_date(number)
    except ric.InvalidComponent:
        wrong.append(_("身份证号码第7至14位“%(number)s”不是出生日期。") % {"number": number[6:14]})
    expected = ric.calc_check_digit(number)
    if number[-1] != expected:
        wrong.append(_check_digit(_("身份证号码"), expected, number[-1]))
    return wrong


@lru_cache(maxsize=1 << 13)  # there are some three thousand, and former ones
def _is_division(code: str) -> bool:
    return any("county" in about for _, about in numdb.get("cn/loc").info(code))


def _code_wrong(code: str) -> str | None:
    if len(code) != LENGTH:
        return _("统一社会信用代码应为18位，填写的是%(count)s位。") % {"count": len(code)}
    if not _CREDIT_CODE.fullmatch(code):
        strange = "、".join(
            dict.fromkeys(s for s in code if not _CREDIT_CODE.fullmatch(s * LENGTH))
        )
        return _(
            "统一社会信用代码只用数字和大写字母，且不用I、O、S、V、Z，填写的有“%(strange)s”。"
        ) % {"strange": strange}
    if not code[2:8].isdecimal():
        return _("统一社会信用代码第3至8位应为登记机关的行政区划代码，填写的是“%(code)s”。") % {
            "code": code[2:8]
        }
    expected = uscc.calc_check_digit(code)
    return None if code[-1] == expected else _check_digit(_("统一社会信用代码"), expected, code[-1])


def _check_digit(what: str, expected: str, found: str) -> str:
    return _("%(what)s末位校验码应为“%(expected)s”，填写的是“%(found)s”，请逐位核对。") % {
        "what": what,
        "expected": expected,
        "found": found,
    }
