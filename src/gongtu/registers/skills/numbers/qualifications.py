"""Numbers of qualification certificates: sixteen digits, kept by other registers than ours.

>>> number = QualificationNumber.parse("19 10 01 2 003 3 00012")
>>> number.year, number.region, number.body, number.grade
('19', '10', '003', <Grade.SENIOR: 'senior'>)
>>> str(number), str(QualificationNumber.parse("1001200330001"))
('1910012003300012', '0001001200330001')
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongtu.base.speech import gettext as _
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers import BY_LEVEL, NumberImpossible

SHAPE = re.compile(
    r"([0-9]{2})([0-9]{2})([0-9]{2})([0-4])([0-9]{3})([1-5])([0-9]{5})\Z"
)  # year, region, city, class, body, level, serial
PREFIX = re.compile(r"[0-9]{4}[0-4][0-9]{3}\Z")
OLD_SHANGHAI, LENGTH = 13, 16
LAST_SERIAL = 99_999


@dataclass(frozen=True, slots=True)
class QualificationNumber:
    """A number taken apart; `region` is of its own table of provinces and industries."""

    year: str
    region: str
    city: str
    body_class: str
    body: str
    level: str
    serial: int

    @classmethod
    def parse(cls, text: str) -> QualificationNumber:
        """Take a number apart, blanks forgiven; an old one of Shanghai is filled up with zeros.

        Raises:
            NumberImpossible: It is not of the rule's shape; the reason says how.
        """
        number = "".join(text.split())
        if len(number) == OLD_SHANGHAI:
            number = number.zfill(LENGTH)
        if len(number) != LENGTH:
            raise NumberImpossible(
                _("职业资格证书编号应为%(length)s位，现为%(count)s位。")
                % {"length": LENGTH, "count": len(number)}
            )
        if (found := SHAPE.match(number)) is None:
            raise NumberImpossible(_("职业资格证书编号应全为数字，第7位为0至4，第11位为1至5。"))
        year, region, city, body_class, body, level, serial = found.groups()
        return cls(year, region, city, body_class, body, level, int(serial))

    @property
    def grade(self) -> Grade:
        return BY_LEVEL[self.level]

    def __str__(self) -> str:
        head = f"{self.year}{self.region}{self.city}{self.body_class}{self.body}"
        return f"{head}{self.level}{self.serial:05d}"


def qualification_number(prefix: str, *, year: int, grade: Grade, serial: int) -> str:
    """The number of one certificate; `prefix` is region, city, class and body.

    Raises:
        NumberImpossible: The prefix or the grade does not fit, or the serials are used up.
    """
    if not PREFIX.match(prefix):
        raise NumberImpossible(
            _("机构编码“%(prefix)s”不合职业资格证书编码规则。") % {"prefix": prefix}
        )
    if grade.level is None:
        raise NumberImpossible(
            _("“%(label)s”尚无公布的证书等级代码，不能按此规则编号。") % {"label": grade}
        )
    if not 1 <= serial <= LAST_SERIAL:
        raise NumberImpossible(_("该机构本年这一等级的证书序号已用完。"))
    return f"{year % 100:02d}{prefix}{grade.level}{serial:05d}"
