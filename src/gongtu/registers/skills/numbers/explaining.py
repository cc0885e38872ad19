"""Which part of a certificate's number says what; read off the number alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers import BY_LEVEL, CertificateNumber, parse_number
from gongtu.registers.skills.numbers.letters import Code, codes
from gongtu.registers.skills.numbers.qualifications import (
    LENGTH,
    OLD_SHANGHAI,
    QualificationNumber,
)

FIRST_FILED_WITH_A_PROVINCE = "0000"


@dataclass(frozen=True, slots=True)
class Part:
    """One segment: its places from the left, its text, and what it says.

    `confirmed` is False where what it says is 待核.
    """

    places: str
    text: str
    title: str
    says: str
    confirmed: bool = True


def explain(text: str) -> list[Part]:
    """The segments of a 22-character or a sixteen-digit number, from the left.

    Raises:
        NumberImpossible: It is neither; the reason says how.
    """
    length = len("".join(text.split()))
    if length in (LENGTH, OLD_SHANGHAI):
        return list(_placed(_of_qualification(QualificationNumber.parse(text))))
    return list(_placed(_of_certificate(parse_number(text))))


def _placed(told: Iterator[tuple[str, str, str, bool]]) -> Iterator[Part]:
    """Segments under the places they take."""
    last = 0
    for text, title, says, confirmed in told:
        first, last = last + 1, last + len(text)
        yield Part(f"{first}" if first == last else f"{first}–{last}", text, title, says, confirmed)


def _of_certificate(number: CertificateNumber) -> Iterator[tuple[str, str, str, bool]]:
    known = codes()
    body, sure = _letter(known.classes, number.assessor)
    yield number.assessor, _("评价机构类别"), body, sure
    yield number.code, _("评价机构代码"), _filed_with(number.code), True
    yield number.province, _("所在省份"), _("与行政区划代码前两位相同"), True
    yield number.site, _("评价机构（站点）序列码"), _("由省级人力资源社会保障部门确定"), True
    yield number.year, _("核发年份"), f"20{number.year}", True
    yield number.level, _("职业技能等级"), *_level(known.grades, number.level)
    yield (
        f"{number.serial:06d}",
        _("证书序列码"),
        _("该机构核发的第%(n)s份") % {"n": number.serial},
        True,
    )


def _of_qualification(number: QualificationNumber) -> Iterator[tuple[str, str, str, bool]]:
    own_table = _("另有编码表，不是行政区划代码，本系统没有收录")
    yield number.year, _("核发年份"), _("年份的后两位"), True
    yield number.region, _("省份或者行业"), own_table, False
    yield number.city, _("发证地市"), _("由省级鉴定中心确定，没有的为00"), True
    yield number.body_class, _("鉴定机构类别"), _body_classes()[number.body_class], True
    yield number.body, _("鉴定机构序号"), _("同类机构中的顺序"), True
    yield number.level, _("证书等级"), _named(number.grade), True
    yield (
        f"{number.serial:05d}",
        _("核发顺序号"),
        _("该机构本年这一等级的第%(n)s份") % {"n": number.serial},
        True,
    )


def _body_classes() -> dict[str, str]:
    return {
        "0": _("职业技能鉴定指导中心"),
        "1": _("国家职业技能鉴定所"),
        "2": _("地方职业技能鉴定站"),
        "3": _("行业特有工种职业技能鉴定站"),
        "4": _("工人考核委员会、企业内鉴定"),
    }


def _filed_with(code: str) -> str:
    if code == FIRST_FILED_WITH_A_PROVINCE:
        return _("首次在省级人力资源社会保障部门备案")
    return _("首次在人力资源和社会保障部备案，代码由其确定")


def _level(letters: Mapping[str, Code], level: str) -> tuple[str, bool]:
    if level in BY_LEVEL:
        return _named(BY_LEVEL[level]), True
    return _letter(letters, level)


def _letter(letters: Mapping[str, Code], letter: str) -> tuple[str, bool]:
    code = letters.get(letter)
    if code is None:
        return _("字母等级见于特级技师证书，所指等级未见公布"), False
    return (code.title_en if _reads_english() else code.title), code.confirmed


def _named(grade: Grade) -> str:
    return grade.label_en if _reads_english() else grade.display


def _reads_english() -> bool:
    return (get_language() or "").startswith("en")
