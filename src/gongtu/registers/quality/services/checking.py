"""A check: opened, signed by two officers, its sample drawn, findings noted, the body told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.models import Attachment
from gongtu.parties import access
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.drawing import draw_from
from gongtu.registers.quality.choices import CheckKind, Chosen, Ground, Sampled, Severity
from gongtu.registers.quality.models import Check, Finding, Sample
from gongtu.registers.quality.queries import conflict_with, find_planned, get_body
from gongtu.registers.skills.queries import list_issued, list_sessions


class CheckNotSound(Refused):
    """What is told of a check cannot be so; with every reason."""


class OfficerInConflict(Refused):
    """The officer has a part in the matter and may not check the body."""


class DayTooEarly(Refused):
    """The body would have less time to answer than it must be given."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many sessions and certificates of the body are looked at."""

    sessions: int
    certificates: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; `evidence` is the name of the file on the case that shows it."""

    ground: Ground
    severity: Severity
    told: str
    evidence: str


@transaction.atomic
def open_check(
    case_number: str, organisation: int, kind: CheckKind, *, chosen: Chosen, by: Capacity, on: date
) -> Check:
    """Open a check of a body; the place it has in the year's plan is taken up.

    Raises:
        BodyUnknown, NotEntitled: It does not assess, or lies outside the office's division.
        CheckNotSound: It is said to be planned, and is not.
    """
    body = get_body(organisation)
    access.require(by, "supervise-sessions", body.organisation, on=on)
    planned = find_planned(organisation, chosen, on=on)
    if planned is None and chosen is not Chosen.LEAD:
        raise CheckNotSound(
            _("本年度计划没有这样列入该机构；计划以外的检查请选择“%(lead)s”。")
            % {"lead": Chosen.LEAD}
        )
    return Check.objects.create(
        case_number=case_number, organisation=body.organisation, kind=kind, chosen=chosen,
        planned=planned, opened_on=on,
    )  # fmt: skip


@transaction.atomic
def drop_check(case_number: str) -> Check:
    """The body is not checked after all; its place in the plan waits for another check."""
    check = _locked(case_number)
    check.planned = None
    check.save(update_fields=["planned"])
    return check


@transaction.atomic
def begin_check(
    case_number: str, wanted: Wanted, *, checked_on: date, by: Capacity, on: date
) -> Check:
    """The first officer signs, and what is looked at is drawn from the body's own.

    Raises:
        OfficerInConflict: The officer works for the body, or a declared relative does.
        CheckNotSound: The day lies in the future or before the check, or nothing is looked at.
    """
    check = _locked(case_number)
    who = _free(check, by=by, on=on)
    if not check.opened_on <= checked_on <= on:
        raise CheckNotSound(_("检查日期应在立项以后、今天以前。"))
    if min(wanted.sessions, wanted.certificates) < 0:
        raise CheckNotSound(_("抽查的数量不能小于零。"))
    check.first_id, check.checked_on = who, checked_on
    check.save(update_fields=["first", "checked_on"])
    sessions = list_sessions(check.organisation_id).values_list("case_number", flat=True)
    _sample(check, Sampled.SESSIONS, sessions, wanted.sessions)
    numbers = list_issued(check.organisation_id).values_list("number", flat=True)
    _sample(check, Sampled.CERTIFICATES, numbers, wanted.certificates)
    return check


@transaction.atomic
def join_check(case_number: str, *, by: Capacity, on: date) -> Check:
    """The second officer signs: another person than the first.

    Raises:
        OfficerInConflict: As with the first.
        CheckNotSound: It is the same person, or the second has signed.
    """
    check = _locked(case_number)
    who = _free(check, by=by, on=on)
    if check.first_id in (None, who) or check.second_id is not None:
        raise CheckNotSound(_("由另一名检查人员签名，每次检查两名。"))
    check.second_id = who
    check.save(update_fields=["second"])
    return check


@transaction.atomic
def note_finding(case_number: str, found: Found, *, on: date) -> Finding:
    """Note one thing found, with the file that shows it.

    Raises:
        CheckNotSound: No such file lies on the case.
    """
    check, name = _locked(case_number), found.evidence.strip()
    files = Attachment.objects.filter(case__number=case_number, name=name)
    if (evidence := files.order_by("-id").first()) is None:
        raise CheckNotSound(
            _("本件没有名为“%(name)s”的附件。请先在本页“补充附件”上传，再照附件名称填写。")
            % {"name": name}
        )
    return Finding.objects.create(
        check_made=check, place=check.findings.count() + 1, ground=found.ground,
        severity=found.severity, told=found.told.strip(), evidence=evidence, found_on=on,
    )  # fmt: skip


@transaction.atomic
def tell_body(
    case_number: str, *, answer_by: date | None = None, least: date | None = None, on: date
) -> Check:
    """The body hears what was found; `answer_by` is told where something was.

    Raises:
        DayTooEarly: It is given less time than `least`, the last day by the rule, or none at all.
    """
    if answer_by is not None:
        require_time(answer_by, least=least, on=on)
    check = _locked(case_number)
    check.told_on, check.answer_by = on, answer_by
    check.save(update_fields=["told_on", "answer_by"])
    return check


def require_time(day: date, *, least: date | None, on: date) -> None:
    """Pass a day that leaves the body the time it must have.

    Raises:
        DayTooEarly: It does not.
    """
    if least is not None and day < least:
        raise DayTooEarly(_("不能早于规定期限的最后一日%(day)s。") % {"day": least})
    if day <= on:
        raise DayTooEarly(_("最后一日应在今天以后。"))


def _locked(case_number: str) -> Check:
    return Check.objects.select_for_update().get(case_number=case_number)


def _free(check: Check, *, by: Capacity, on: date) -> UUID:
    if by.person is None:
        raise NotEntitled(_("检查人员应当以本人身份签名。"))
    if reason := conflict_with(by.person, check.organisation_id, on=on):
        raise OfficerInConflict(reason)
    return by.person


def _sample(check: Check, kind: Sampled, keys: Iterable[str], take: int) -> None:
    drawn = draw_from(keys, check.case_number, kind.value, take=take)
    Sample.objects.create(
        check_made=check, kind=kind, seal=drawn.seal, seed=drawn.seed, pool=drawn.pool,
        chosen=drawn.chosen,
    )  # fmt: skip
