"""A career guide is proposed by the enterprise, and agreed to or sent back by the worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.parties import access
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import accounts_of, accounts_of_officers, employees_of
from gongtu.parties.roles import WORKER
from gongtu.records.journal.services import write
from gongtu.records.outbox.models import Channel
from gongtu.records.outbox.services import send
from gongtu.registers.careers.models import CareerGuide, GuideVersion
from gongtu.registers.careers.queries import latest_version
from gongtu.registers.skills.queries import find_occupation

SUBJECT = gettext_noop("职业生涯指导计划")
PROPOSED = gettext_noop(
    "%(body)s提出了您的职业生涯指导计划，请在“我的职业生涯指导”中确认，或者请求修改。"
)
AGREED = gettext_noop("一名职工确认了职业生涯指导计划，双方确认完成。")
SENT_BACK = gettext_noop("一名职工请求修改职业生涯指导计划，请看其说明后重新提出。")


class GuideUnsound(Refused):
    """What is proposed or answered cannot be so; with every reason."""


class GuideStale(Refused):
    """The version answered is not the one that waits for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Where to, by which steps, and what the enterprise gives: training, a mentor, working time."""

    occupation: str
    goal: str
    steps: str
    training: str = ""
    mentor: str = ""
    working_time: str = ""
    review_on: date


@transaction.atomic
def propose_guide(
    organisation: int, person: UUID, proposal: Proposal, *, by: Capacity, on: date
) -> GuideVersion:
    """Propose to one of the staff; the same words again while they wait are one proposal.

    Raises:
        NotEntitled: Not an officer of the enterprise.
        GuideUnsound: With every reason.
    """
    body = Organisation.objects.select_for_update().get(pk=organisation)
    access.require(by, "plan-careers", body, on=on)
    _check(organisation, person, proposal, on)
    guide, is_new = CareerGuide.objects.get_or_create(organisation=body, person_id=person)
    before = None if is_new else latest_version(guide)
    if before is not None and _waits(before) and _says(before) == proposal:
        return before
    told = asdict(proposal)
    occupation = told.pop("occupation")
    number = before.version + 1 if before else 1
    made = guide.versions.create(version=number, occupation_id=occupation, proposed_on=on, **told)
    _note("career-guide-proposed", made, by=by, on=on)
    key = f"career-guide:{made.pk}:proposed"
    _tell(made, accounts_of([person]).values(), _(PROPOSED) % {"body": body.name}, key=key)
    return made


@transaction.atomic
def agree(guide: int, version: int, *, by: Capacity, on: date) -> GuideVersion:
    """The worker confirms the version that waits; a second time changes nothing.

    Raises:
        NotEntitled: Not the worker, in their own hands.
        GuideStale: Another version waits by now, or this one was sent back.
    """
    found = _of_worker(guide, version, by)
    if found.agreed_on is not None:
        return found
    _require_waiting(found)
    found.agreed_on = on
    found.save(update_fields=["agreed_on"])
    _note("career-guide-agreed", found, by=by, on=on)
    _tell_officers(found, _(AGREED), "agreed", on=on)
    return found


@transaction.atomic
def ask_change(guide: int, version: int, words: str, *, by: Capacity, on: date) -> GuideVersion:
    """The worker says what should be otherwise, and waits for the next proposal.

    Raises:
        NotEntitled: Not the worker, in their own hands.
        GuideUnsound: Nothing is said.
        GuideStale: Another version waits by now, or this one is agreed.
    """
    found = _of_worker(guide, version, by)
    if not words.strip():
        raise GuideUnsound(_("请写明希望怎样修改。"))
    if found.change_asked == words.strip():
        return found
    _require_waiting(found)
    found.change_asked_on, found.change_asked = on, words.strip()
    found.save(update_fields=["change_asked_on", "change_asked"])
    _note("career-guide-sent-back", found, by=by, on=on)
    _tell_officers(found, _(SENT_BACK), "sent-back", on=on)
    return found


def remind(version: GuideVersion, text: str, *, on: date) -> None:
    """Tell both sides once that the day of review has come."""
    worker = accounts_of([version.guide.person_id]).values()
    _tell(version, worker, text, key=f"career-guide:{version.pk}:review")
    _tell_officers(version, text, "review", on=on)


def _check(organisation: int, person: UUID, proposal: Proposal, on: date) -> None:
    reasons = []
    if not employees_of(organisation, on).filter(person=person).exists():
        reasons.append(_("这名职工不在本单位名册上。"))
    if find_occupation(proposal.occupation) is None:
        reasons.append(_("没有代码为%(code)s的职业。") % {"code": proposal.occupation})
    if not proposal.steps.strip():
        reasons.append(_("请写明分几步走。"))
    if not (proposal.training or proposal.mentor or proposal.working_time):
        reasons.append(_("请至少写一项单位的投入：培训、带教师傅或者学习时间。"))
    if proposal.review_on <= on:
        reasons.append(_("回顾日期要在今天以后。"))
    if reasons:
        raise GuideUnsound(*reasons)


def _waits(version: GuideVersion) -> bool:
    return version.agreed_on is None and version.change_asked_on is None


def _says(version: GuideVersion) -> Proposal:
    return Proposal(
        occupation=version.occupation_id,
        goal=version.goal,
        steps=version.steps,
        training=version.training,
        mentor=version.mentor,
        working_time=version.working_time,
        review_on=version.review_on,
    )


def _of_worker(guide: int, version: int, by: Capacity) -> GuideVersion:
    versions = GuideVersion.objects.select_for_update().select_related("guide")
    found = versions.filter(guide=guide, version=version, guide__person=by.person).first()
    if found is None or by.role is not WORKER or by.delegated:
        raise NotEntitled(_("职业生涯指导计划由职工本人确认。"))
    return found


def _require_waiting(version: GuideVersion) -> None:
    newest = latest_version(version.guide)
    if newest.pk != version.pk or not _waits(newest):
        raise GuideStale(_("这一版已经答复过，或者单位又提出了新的一版；请看最新的一版。"))


def _note(kind: str, version: GuideVersion, *, by: Capacity, on: date) -> None:
    guide = version.guide
    what = {
        "person": str(guide.person_id),
        "organisation": guide.organisation_id,
        "version": version.version,
    }
    write(f"person:{guide.person_id}", kind, on=on, by=by, what=what)


def _tell_officers(version: GuideVersion, text: str, what: str, *, on: date) -> None:
    body = version.guide.organisation_id
    officers = accounts_of_officers([body], on=on).get(body, [])
    _tell(version, officers, text, key=f"career-guide:{version.pk}:{what}:{body}")


def _tell(version: GuideVersion, accounts: Iterable[int], text: str, *, key: str) -> None:
    about = f"career-guide:{version.guide.organisation_id}:{version.guide.person_id}"
    for account in accounts:
        send(Channel.APP, account, _(SUBJECT), text, key=f"{key}:{account}", about=about)
