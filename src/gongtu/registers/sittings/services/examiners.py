"""Examiners: filed by human resources, ended with a reason; the relatives they declare."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.parties.queries import get_person
from gongtu.parties.roles import WORKER
from gongtu.records.journal.services import write
from gongtu.registers.sittings.models import Examiner, ExaminerScope, Kinship
from gongtu.registers.sittings.queries import find_examiner
from gongtu.registers.skills.queries import names_of_occupations
from gongtu.registers.skills.services import Scope


class ExaminerNotSound(Refused):
    """What is to be filed contradicts itself or what is on file; with every reason."""


@transaction.atomic
def file_examiner(
    person: Person, scopes: Sequence[Scope], *, instrument: str, by: Capacity, on: date
) -> Examiner:
    """File somebody as an examiner of these occupations and grades, from that day on.

    Raises:
        NotEntitled: Only human resources files, and only whom it reaches.
        ExaminerNotSound: With every reason.
    """
    access.require(by, "keep-examiners", person, on=on)
    _check(person, scopes, instrument, by=by)
    examiner = Examiner.objects.create(
        person=person,
        instrument=instrument.strip(),
        since=on,
        filed_by_id=by.person,
        filed_on=on,
    )
    ExaminerScope.objects.bulk_create(
        ExaminerScope(
            examiner=examiner, occupation_id=one.occupation, lowest=one.lowest, highest=one.highest
        )
        for one in scopes
    )
    _journal("examiner-filed", examiner, by=by, on=on, text=instrument)
    return examiner


@transaction.atomic
def end_examiner(examiner: int, *, reason: str, by: Capacity, on: date) -> Examiner:
    """From that day on the person is drawn no more; what they examined stays.

    Raises:
        NotEntitled: Only human resources ends it.
        ExaminerNotSound: It is ended already, or nobody said why.
    """
    found = Examiner.objects.select_for_update().filter(pk=examiner, until=None).first()
    if found is None:
        raise ExaminerNotSound(_("这名考评人员的备案已经终止或者不存在。"))
    access.require(by, "keep-examiners", get_person(found.person_id), on=on)
    if not reason.strip():
        raise ExaminerNotSound(_("请写明终止的理由。"))
    found.until, found.ended_for = max(on, found.since), reason.strip()[:400]
    found.save(update_fields=["until", "ended_for"])
    _journal("examiner-ended", found, by=by, on=on, text=reason)
    return found


@transaction.atomic
def declare_relative(relative: Person, *, by: Capacity, on: date) -> Kinship:
    """An examiner names a relative; neither is drawn to examine the other. Twice is once.

    Raises:
        NotEntitled: Only examiners declare, each for themselves.
        ExaminerNotSound: Nobody is their own relative.
    """
    person = own_filing(by, on=on).person
    if relative.pk == person.pk:
        raise ExaminerNotSound(_("不能把自己申报为亲属。"))
    told, is_new = Kinship.objects.get_or_create(
        person=person, relative=relative, defaults={"declared_on": on}
    )
    if is_new:
        what = {"person": str(person.pk)}
        write(f"person:{person.pk}", "relative-declared", on=on, by=by, what=what)
    return told


def own_filing(by: Capacity, *, on: date) -> Examiner:
    """The reader's own filing as an examiner.

    Raises:
        NotEntitled: There is none in force.
    """
    mine = find_examiner(by.person, on=on) if by.role is WORKER and by.person else None
    if mine is None:
        raise access.NotEntitled(_("只有在册的考评人员本人可以申报亲属。"))
    return mine


def _check(person: Person, scopes: Sequence[Scope], instrument: str, *, by: Capacity) -> None:
    known = names_of_occupations(one.occupation for one in scopes)
    reasons = [
        _("没有代码为%(code)s的职业。") % {"code": one.occupation}
        for one in scopes
        if one.occupation not in known
    ]
    if by.person == person.pk:
        reasons.append(_("不能为自己备案，请由另一名工作人员办理。"))
    if not scopes:
        reasons.append(_("请至少写一行职业和等级。"))
    if not instrument.strip():
        reasons.append(_("请写明备案的依据，例如考评人员资格证书或者聘任文件的编号。"))
    if Examiner.objects.filter(person=person, until=None).exists():
        reasons.append(_("该人员已经备案；范围有变的，先终止原备案。"))
    if reasons:
        raise ExaminerNotSound(*reasons)


def _journal(kind: str, examiner: Examiner, *, by: Capacity, on: date, text: str) -> None:
    what = {"person": str(examiner.person_id), "examiner": examiner.pk}
    write(f"person:{examiner.person_id}", kind, on=on, by=by, what=what, text=text)
