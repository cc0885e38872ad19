"""Records of one person that cannot all be right: put to them as questions, never resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from uuid import UUID

from gongtu.base.periods import add_months
from gongtu.base.speech import gettext as _
from gongtu.parties.queries import get_person
from gongtu.registers.ladder.declare import the_ladder
from gongtu.registers.ladder.queries.missing import YEAR
from gongtu.registers.ladder.queries.overlaps import overlaps_of
from gongtu.registers.skills.choices import CertificateStatus, Grade, MergerState
from gongtu.registers.skills.models import Certificate, IdentityMerger
from gongtu.registers.skills.queries import list_certificates


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question, and what the ways on the map take for granted until it is answered.

    `certificates` are the numbers of those it is about, `overlap` the key of the jobs, if any.
    """

    asks: str
    assumed: str
    certificates: tuple[str, ...] = ()
    overlap: str = ""


def doubts_of(person: UUID, *, on: date) -> list[Doubt]:
    """What does not fit together in a person's records; nothing where all fits."""
    held = [one for one in list_certificates(person) if one.status == CertificateStatus.VALID]
    return [
        *_out_of_order(held),
        *_too_early(person, held, on),
        *_two_births(person, held),
        *_overlapping(person),
    ]


def _out_of_order(held: list[Certificate]) -> Iterator[Doubt]:
    """A higher grade of the same occupation that was certified before a lower one."""
    for one, other in combinations(sorted(held, key=lambda each: Grade(each.grade).rank), 2):
        alike = one.occupation_id == other.occupation_id and one.grade != other.grade
        if alike and other.issued_on < one.issued_on:
            asks = _(
                "%(occupation)s：%(higher)s（%(first)s）早于%(lower)s（%(second)s），哪一个日期有误？"
            )
            yield Doubt(
                asks
                % {
                    "occupation": one.occupation.name,
                    "higher": Grade(other.grade).words,
                    "first": other.issued_on.isoformat(),
                    "lower": Grade(one.grade).words,
                    "second": one.issued_on.isoformat(),
                },
                _("两份证书都按登记的日期计算。"),
                (other.number, one.number),
            )


def _too_early(person: UUID, held: list[Certificate], on: date) -> Iterator[Doubt]:
    """A certificate from before the age at which one may apply, or not yet issued."""
    birth, age = get_person(person).birth, _least_age(on)
    for one in held:
        told = {"number": one.number, "day": one.issued_on.isoformat()}
        if one.issued_on > on:
            asks = _("证书%(number)s的发证日期%(day)s还没有到，日期是否有误？")
            yield Doubt(asks % told, _("发证日期还没有到的证书不计算在内。"), (one.number,))
        elif birth and age and one.issued_on < add_months(birth, age * YEAR):
            asks = _(
                "证书%(number)s的发证日期%(day)s早于年满%(age)s周岁，发证日期还是出生日期有误？"
            )
            assumed = _("证书按登记的发证日期计算。")
            yield Doubt(asks % {**told, "age": age}, assumed, (one.number,))


def _two_births(person: UUID, held: list[Certificate]) -> Iterator[Doubt]:
    """Two records that became one and do not tell the same day of birth."""
    merged = IdentityMerger.objects.filter(state=MergerState.DECIDED, survivor=person)
    for one in merged.select_related("duplicate", "survivor"):
        birth, other = one.survivor.birth, one.duplicate.birth
        if birth and other and birth != other:
            asks = _("合并为一份的两份登记出生日期不同（%(birth)s、%(other)s），哪一个有误？")
            told = {"birth": birth.isoformat(), "other": other.isoformat()}
            moved = tuple(each.number for each in held if each.number in one.moved)
            yield Doubt(asks % told, _("按保留的登记的出生日期计算。"), moved)


def _least_age(on: date) -> int | None:
    policy = the_ladder().options[0].admits.policy
    return policy.count("minimum_age", on=on)


def _overlapping(person: UUID) -> Iterator[Doubt]:
    """Two jobs at once; either may be told wrong, or both may be right."""
    for one in overlaps_of(person):
        asks = _("在%(one)s的工作与%(since)s起在%(other)s的工作时间重叠，起止日期是否有误？")
        names = {"one": one.earlier.organisation.name, "other": one.later.organisation.name}
        yield Doubt(
            asks % {**names, "since": one.later.since.isoformat()},
            _("重叠的工作时间只计一次。"),
            overlap=one.key,
        )
