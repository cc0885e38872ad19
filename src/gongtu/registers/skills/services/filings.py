"""An assessor's filings: which occupations it may assess, and up to which grade."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import ASSESSOR, ENTERPRISE
from gongtu.records.journal.services import write
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Assessor, AssessorFiling, FilingSuspension
from gongtu.registers.skills.numbers import assessor_prefix
from gongtu.registers.skills.numbers.letters import EMPLOYER, SOCIAL
from gongtu.registers.skills.queries import every_filing

__all__ = [
    "FilingNotSound",
    "NothingFiled",
    "Scope",
    "end_filing",
    "end_filings",
    "record_filing",
    "resume_filings",
    "suspend_filings",
]


LETTERS = {ENTERPRISE: EMPLOYER, ASSESSOR: SOCIAL}


class FilingNotSound(Refused):
    """What is to be filed contradicts itself or what is on file."""


class NothingFiled(Refused):
    """The body has no filing in force that could be suspended or ended."""


class Scope(NamedTuple):
    """What is filed: one occupation, from the lowest to the highest grade."""

    occupation: str
    lowest: Grade
    highest: Grade


@transaction.atomic
def record_filing(  # noqa: PLR0913 - a filing has no fewer parts
    organisation: int,
    scope: Scope,
    *,
    site: str,
    until: date | None = None,
    case_number: str = "",
    by: Capacity,
    on: date,
) -> AssessorFiling:
    """File an enterprise for its own staff, or a social body for anybody, in one occupation.

    `site` is the six-digit serial that the province gave to the assessor; it is kept from the first
    filing on.  From `until` on the filing is over by itself; None: it lasts until it is ended.

    Raises:
        FilingNotSound: The grades stand in the wrong order, it would end before it begins, the
            assessor has another serial, or a body of its kind assesses no grades.
        NumberImpossible: The serial has not six digits.
    """
    if scope.lowest.rank > scope.highest.rank:
        raise FilingNotSound(
            _("最低等级“%(lowest)s”高于最高等级“%(highest)s”。")
            % {"lowest": scope.lowest, "highest": scope.highest}
        )
    if until is not None and until <= on:
        raise FilingNotSound(_("届满日要在备案日以后。"))
    assessor = _assessor(organisation, site)
    filing = AssessorFiling.objects.create(
        assessor=assessor,
        occupation_id=scope.occupation,
        lowest=scope.lowest,
        highest=scope.highest,
        since=on,
        until=until,
        case_number=case_number,
    )
    _journal("filed", filing, by=by, on=on)
    return filing


@transaction.atomic
def end_filing(filing: AssessorFiling, *, reason: str, by: Capacity, on: date) -> None:
    """End a filing: from that day on no session can be planned under it."""
    filing.until = on
    filing.save(update_fields=["until"])
    _journal("filing-ended", filing, by=by, on=on, reason=reason)


@transaction.atomic
def end_filings(
    organisation: int, occupation: str, *, reason: str, by: Capacity, on: date
) -> list[AssessorFiling]:
    """End what a body has filed, suspended or not: of the occupation, or everything where empty.

    Raises:
        NothingFiled: Nothing of it stands.
    """
    ended = _standing(organisation, occupation, on=on)
    for filing in ended:
        end_filing(filing, reason=reason, by=by, on=on)
    FilingSuspension.objects.filter(filing__in=ended, until=None).update(until=on)
    return ended


@transaction.atomic
def suspend_filings(
    organisation: int, occupation: str, *, case_number: str, reason: str, by: Capacity, on: date
) -> list[AssessorFiling]:
    """Let what a body has filed rest until it is lifted: of the occupation, or everything.

    No session whose day lies in between can be planned, and none can be published.

    Raises:
        NothingFiled: Nothing of it stands, or all of it rests already.
    """
    standing = [f for f in _standing(organisation, occupation, on=on) if f.holds_on(on)]
    if not standing:
        raise NothingFiled(_("该机构没有可以暂停的有效备案。"))
    for filing in standing:
        FilingSuspension.objects.create(filing=filing, case_number=case_number, since=on)
        _journal("filing-suspended", filing, by=by, on=on, reason=reason)
    return standing


@transaction.atomic
def resume_filings(case_number: str, *, reason: str, by: Capacity, on: date) -> None:
    """What rests under that case is in force again from the day on."""
    resting = FilingSuspension.objects.select_for_update().filter(
        case_number=case_number, until=None
    )
    for suspension in resting.select_related("filing__assessor"):
        suspension.until = on
        suspension.save(update_fields=["until"])
        _journal("filing-resumed", suspension.filing, by=by, on=on, reason=reason)


def _standing(organisation: int, occupation: str, *, on: date) -> list[AssessorFiling]:
    begun = every_filing(organisation).filter(Q(until=None) | Q(until__gt=on), since__lt=on)
    if occupation:
        begun = begun.filter(occupation=occupation)
    if not (found := list(begun.select_related("assessor"))):
        raise NothingFiled(_("该机构没有可以处理的备案。"))
    return found


def _assessor(organisation: int, site: str) -> Assessor:
    known = Assessor.objects.filter(organisation_id=organisation).first()
    body = get_organisation(organisation)
    if (letter := LETTERS.get(body.role)) is None:
        raise FilingNotSound(_("评价职业技能等级的是企业和社会培训评价组织。"))
    prefix = assessor_prefix(letter, code="0000", province=body.division_id[:2], site=site)
    if known is None:
        return Assessor.objects.create(organisation_id=organisation, prefix=prefix)
    if known.prefix != prefix:
        raise FilingNotSound(
            _("该机构已有序列码%(prefix)s，不能另用%(site)s。")
            % {"prefix": known.prefix[-6:], "site": site}
        )
    return known


def _journal(
    kind: str, filing: AssessorFiling, *, by: Capacity, on: date, reason: str = ""
) -> None:
    organisation = filing.assessor.organisation_id
    what = {"organisation": organisation, "filing": filing.pk, "occupation": filing.occupation_id}
    write(f"organisation:{organisation}", kind, on=on, by=by, what=what, text=reason)
