"""Two records of one person: certificates go to the one that stays, by decision of two officers.

What was signed stays as it was signed; only whose record holds it changes, and its history says so.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.holders import hand_over, holds_other_than
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.records.journal.services import write
from gongtu.registers.skills.choices import ABILITY, EventKind, MergerState
from gongtu.registers.skills.models import (
    AbilityCertificate,
    Certificate,
    CertificateEvent,
    IdentityMerger,
)
from gongtu.registers.skills.queries import cases_on, list_certificates, survivor_of
from gongtu.registers.skills.services.certificates import KIND
from gongtu.registers.skills.services.history import Happened, note


class NotMergeable(Refused):
    """The two records cannot become one; with every reason."""


class OwnProposal(Refused):
    """Who proposed a merger does not decide it."""


class MergerSettled(Refused):
    """The merger is not where this could be done to it."""


class RestsOnIt(Refused):
    """Something was done with the certificates since; the merger stays."""


@transaction.atomic
def propose_merger(
    duplicate: Person, survivor: Person, *, proof: str, by: Capacity, on: date
) -> IdentityMerger:
    """Propose that two records are of one person; nothing changes before another decides.

    Raises:
        NotEntitled: One of the two is beyond the officer's reach.
        NotMergeable: With every reason.
    """
    officer = _officer(duplicate, survivor, by=by, on=on)
    _check(duplicate, survivor, proof)
    waiting = (MergerState.PROPOSED, MergerState.DECIDED)
    if IdentityMerger.objects.filter(duplicate=duplicate, state__in=waiting).exists():
        raise NotMergeable(_("这份登记已经提出合并或者已经合并。"))
    merger = IdentityMerger.objects.create(
        duplicate=duplicate, survivor=survivor, proof=proof.strip(), proposed_by_id=officer,
        proposed_on=on,
    )  # fmt: skip
    _journal(merger, "merger-proposed", by=by, on=on)
    return merger


@transaction.atomic
def decide_merger(merger: int, *, by: Capacity, on: date) -> IdentityMerger:
    """Let the certificates of the duplicate go over to the survivor.

    Raises:
        NotEntitled: One of the two is beyond the officer's reach.
        OwnProposal: The officer proposed it.
        MergerSettled: It no longer waits.
        NotMergeable: Something changed since it was proposed.
    """
    found = _in_state(merger, MergerState.PROPOSED)
    officer = _officer(found.duplicate, found.survivor, by=by, on=on)
    if found.proposed_by_id == officer:
        raise OwnProposal(_("提出合并的人不能决定合并，请由另一名工作人员决定。"))
    _check(found.duplicate, found.survivor, found.proof)
    found.moved = _numbers(found.duplicate)
    _hand_over(found, found.survivor)
    _settle(found, MergerState.DECIDED, officer, on=on)
    _tell(found, found.proof, by=by, on=on)
    _journal(found, "merged", by=by, on=on)
    return found


@transaction.atomic
def drop_merger(merger: int, *, reason: str, by: Capacity, on: date) -> IdentityMerger:
    """Leave the two records as they are, with the reason.

    Raises:
        NotEntitled, MergerSettled: As above.
        Refused: No reason is told.
    """
    found = _in_state(merger, MergerState.PROPOSED)
    officer = _officer(found.duplicate, found.survivor, by=by, on=on)
    found.reason = _told(reason)
    _settle(found, MergerState.DROPPED, officer, on=on)
    _journal(found, "merger-dropped", by=by, on=on, text=found.reason)
    return found


@transaction.atomic
def undo_merger(merger: int, *, reason: str, by: Capacity, on: date) -> IdentityMerger:
    """Give back what went over, while nothing was done with it since.

    Raises:
        NotEntitled, MergerSettled: As above.
        RestsOnIt: A certificate was subsidised, corrected or revoked since.
        Refused: No reason is told.
    """
    found = _in_state(merger, MergerState.DECIDED)
    officer = _officer(found.duplicate, found.survivor, by=by, on=on)
    found.reason = _told(reason)
    _check_nothing_rests(found)
    _hand_over(found, found.duplicate)
    _settle(found, MergerState.UNDONE, officer, on=on)
    _tell(found, found.reason, by=by, on=on)
    _journal(found, "merger-undone", by=by, on=on, text=found.reason)
    return found


def _check(duplicate: Person, survivor: Person, proof: str) -> None:
    reasons = []
    if duplicate.pk == survivor.pk:
        reasons.append(_("两个号码是同一份登记。"))
    if not proof.strip():
        reasons.append(_("请写明证明是同一人的材料，例如公安机关的变更证明。"))
    if duplicate.erased_on or survivor.erased_on:
        reasons.append(_("其中一份登记已经依法删除。"))
    if survivor_of(survivor.pk) != survivor.pk:
        reasons.append(_("保留的登记自己已经并入另一份登记。"))
    if survivor_of(duplicate.pk, into=True) != duplicate.pk:
        reasons.append(_("有登记已经并入这份登记，不能再把它并入别处。"))
    if holds_other_than((KIND, ABILITY), str(duplicate.pk)):
        reasons.append(_("这份登记名下还有聘任等其他凭证，应当先办结。"))
    if reasons:
        raise NotMergeable(*reasons)


def _check_nothing_rests(merger: IdentityMerger) -> None:
    moved = Certificate.objects.filter(number__in=merger.moved)
    told = CertificateEvent.objects.filter(certificate__in=moved)
    before = told.filter(kind=EventKind.MOVED).order_by("pk").last()
    later = before is not None and told.filter(pk__gt=before.pk).exists()
    abilities = AbilityCertificate.objects.filter(number__in=merger.moved)
    since = merger.settled_on
    subsidised = any(one.filter(subsidised_on__gte=since).exists() for one in (moved, abilities))
    if later or subsidised or abilities.filter(revoked_on__gte=since).exists():
        raise RestsOnIt(_("合并以后，其中的证书已经更正、撤销或者享受补贴，不能撤回合并。"))
    if cases_on(merger.moved).filter(opened_on__gte=since).exists():
        raise RestsOnIt(_("合并以后，已有事项以其中的证书为据，不能撤回合并。"))


def _numbers(duplicate: Person) -> list[str]:
    held = (list_certificates(duplicate.pk), AbilityCertificate.objects.filter(person=duplicate))
    return [number for rows in held for number in rows.values_list("number", flat=True)]


def _hand_over(merger: IdentityMerger, to: Person) -> None:
    for table in (Certificate, AbilityCertificate):
        table.objects.filter(number__in=merger.moved).update(person=to)
    hand_over(merger.moved, str(to.pk))


def _officer(*persons: Person, by: Capacity, on: date) -> UUID:
    for person in persons:
        access.require(by, "merge-persons", person, on=on)
    if by.person is None:
        raise access.NotEntitled(_("只有人社部门的工作人员可以办理。"))
    if by.person in {person.pk for person in persons}:
        raise access.NotEntitled(_("您是本件当事人，应当回避，请由其他经办人办理。"))
    return by.person


def _in_state(merger: int, state: MergerState) -> IdentityMerger:
    waiting = IdentityMerger.objects.select_for_update(of=("self",))
    found = waiting.select_related("duplicate", "survivor").filter(pk=merger, state=state).first()
    if found is None:
        raise MergerSettled(_("这一件已经决定或者不存在。"))
    return found


def _settle(merger: IdentityMerger, state: MergerState, officer: UUID, *, on: date) -> None:
    merger.state, merger.settled_by_id, merger.settled_on = state, officer, on
    merger.save()


def _told(reason: str) -> str:
    if not reason.strip():
        raise Refused(_("请写明理由。"))
    return reason.strip()


def _tell(merger: IdentityMerger, told: str, *, by: Capacity, on: date) -> None:
    moved = Certificate.objects.filter(number__in=merger.moved).order_by("pk")
    note(moved, EventKind.MOVED, Happened(told=told), by=by, on=on)


def _journal(merger: IdentityMerger, kind: str, *, by: Capacity, on: date, text: str = "") -> None:
    for person in (merger.duplicate_id, merger.survivor_id):
        what = {"person": str(person), "merger": merger.pk}
        write(f"person:{person}", kind, on=on, by=by, what=what, text=text or merger.proof)
