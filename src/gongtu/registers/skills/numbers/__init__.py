"""The national rule of certificate numbers of 2019: 22 characters, no check digit.

>>> prefix = assessor_prefix("Y", code="0000", province="37", site="020001")
>>> certificate_number(prefix, year=2026, grade=Grade.SENIOR, serial=1)
'Y000037020001263000001'
>>> parse_number("Y000037020001263000001").grade
<Grade.SENIOR: 'senior'>
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongtu.base.errors import Refused
from gongtu.base.identifiers import LENGTH, IdNumber
from gongtu.base.speech import gettext as _
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers.letters import Code, codes

SHAPE = re.compile(r"([A-Z])([0-9]{4})([0-9]{2})([0-9]{6})([0-9]{2})([1-5A-Z])([0-9]{6})\Z")
PREFIX = re.compile(r"([A-Z])[0-9]{12}\Z")
LAST_SERIAL = 999_999
PREFIX_LENGTH = 13
QUALIFICATION = re.compile(r"[0-9]{16}\Z")
BY_LEVEL = {str(grade.level): grade for grade in Grade if grade.level}


class NumberImpossible(Refused):
    """The rule gives no number for this, or this is no number of the rule."""


@dataclass(frozen=True, slots=True)
class CertificateNumber:
    """A number taken apart into its seven segments; `year` has two digits.

    `level` is a digit, or a letter as of special-grade technicians; which one means what is not
    published, so that `grade` is then None.
    """

    assessor: str
    code: str
    province: str
    site: str
    year: str
    level: str
    serial: int

    @property
    def grade(self) -> Grade | None:
        return BY_LEVEL.get(self.level)

    @property
    def confirmed(self) -> bool:
        """Whether every letter in it is one whose meaning is known for sure."""
        known = codes()
        grade = self.level in BY_LEVEL or _is_confirmed(known.grades.get(self.level))
        return grade and _is_confirmed(known.classes.get(self.assessor))

    def __str__(self) -> str:
        head = f"{self.assessor}{self.code}{self.province}{self.site}"
        return f"{head}{self.year}{self.level}{self.serial:06d}"


def assessor_prefix(letter: str, *, code: str, province: str, site: str) -> str:
    """The thirteen characters that all numbers of one assessor begin with.

    Raises:
        NumberImpossible: A segment has the wrong length or letters.
    """
    prefix = f"{letter}{code}{province}{site}"
    found = PREFIX.match(prefix)
    if found is None or not _is_confirmed(codes().classes.get(found[1])):
        raise NumberImpossible(
            _("评价机构编码“%(prefix)s”不合编码规则：须为字母%(letters)s加12位数字。")
            % {"prefix": prefix, "letters": _letters()}
        )
    return prefix


def certificate_number(prefix: str, *, year: int, grade: Grade, serial: int) -> str:
    """The number of one certificate.

    Raises:
        NumberImpossible: The grade has no published level code, or the serials are used up.
    """
    if grade.level is None:
        raise NumberImpossible(
            _("“%(label)s”尚无公布的证书等级代码，不能按此规则编号。") % {"label": grade}
        )
    if not 1 <= serial <= LAST_SERIAL:
        raise NumberImpossible(_("该评价机构的证书序列码已用完。"))
    return f"{prefix}{year % 100:02d}{grade.level}{serial:06d}"


def parse_number(text: str) -> CertificateNumber:
    """Take a number apart, blanks and lower case forgiven.

    Raises:
        NumberImpossible: It is not of the rule's shape; the reason says how.
    """
    number = "".join(text.split()).upper()
    length = 22
    if len(number) != length:
        raise NumberImpossible(
            _("证书编号应为%(length)s位，现为%(count)s位。")
            % {"length": length, "count": len(number)}
        )
    found = SHAPE.match(number)
    if found is None or found[1] not in codes().classes:
        raise NumberImpossible(
            _("证书编号应以字母%(letters)s开头，其后为21位数字，第16位为1至5或者字母。")
            % {"letters": _letters()}
        )
    assessor, code, province, site, year, level, serial = found.groups()
    return CertificateNumber(assessor, code, province, site, year, level, int(serial))


def _is_confirmed(code: Code | None) -> bool:
    return code is not None and code.confirmed


def _letters() -> str:
    return "、".join(codes().classes)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a stranger looks a certificate up by: its number, or its holder's ID number.

    A `qualification` is the sixteen-digit number of a certificate that another register keeps.

    >>> Sought.read("y0000 37020001263000001").prefix
    'Y000037020001'
    >>> Sought.read("1837000000400123").qualification
    '1837000000400123'
    """

    number: str = ""
    id_number: IdNumber | None = None
    qualification: str = ""

    @classmethod
    def read(cls, text: str) -> Sought:
        """Tell by the length which of the three was typed, blanks and lower case forgiven.

        Raises:
            NumberImpossible: It is none of them; the reason says how.
            WrongIdNumber: It has the length of an ID number, and breaks a rule of these.
        """
        typed = "".join(text.split()).upper()
        if QUALIFICATION.match(typed):
            return cls(qualification=typed)
        if len(typed) == LENGTH:
            return cls(id_number=IdNumber.parse(typed))
        parse_number(typed)
        return cls(number=typed)

    @property
    def prefix(self) -> str:
        """The assessor's part of a certificate's number; empty where none was typed."""
        return self.number[:PREFIX_LENGTH]

    @property
    def province(self) -> str:
        """Two digits of a certificate's number; empty where none was typed."""
        found = SHAPE.match(self.number)
        return found[3] if found else ""

    @property
    def shown(self) -> str:
        """As it may be kept: an ID number masked."""
        return self.id_number.masked if self.id_number else self.number or self.qualification
