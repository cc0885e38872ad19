"""A project of a special ability: proposed, looked at by experts, published, examined, retired."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_organisation, get_person, list_employers, list_offices
from gongtu.records.journal.services import write
from gongtu.registers.standards.choices import Need
from gongtu.registers.standards.models import AbilityAssessor, AbilityOpinion, AbilityProject
from gongtu.registers.standards.rows import read_sections


class AbilityNotSound(Refused):
    """What is to be examined or published contradicts itself or what is on record."""


class ReviewerInConflict(Refused):
    """The expert has a part in the matter, or gave an opinion before."""


@transaction.atomic
def propose_ability(
    case_number: str, told: dict[str, Any], *, proposer: int, by: Capacity, on: date
) -> AbilityProject:
    """Put a project on record: name, need, grounds, hours, and the norm as text.

    Raises:
        AbilityNotSound: It takes no time.
        SectionsWrong: With every line of the norm at fault.
    """
    if told["hours"] <= 0:
        raise AbilityNotSound(_("学时应当大于零。"))
    project = AbilityProject.objects.create(
        case_number=case_number,
        name=told["name"],
        need=Need(told["need"]),
        grounds=told["grounds"],
        hours=told["hours"],
        norm=_norm(told["norm"]),
        proposer_id=proposer,
        proposed_on=on,
    )
    _journal("ability-proposed", project, by=by, on=on)
    return project


@transaction.atomic
def revise_ability(case_number: str, norm: str, *, by: Capacity, on: date) -> None:
    """The norm is another one.

    Raises:
        SectionsWrong: With every line at fault.
    """
    project = _get(case_number)
    project.norm = _norm(norm)
    project.save(update_fields=["norm"])
    _journal("ability-revised", project, by=by, on=on)


def send_to_experts(case_number: str, *, wanted: int | None, rule: int | None) -> None:
    """Settle how many experts are asked: the settled number, or more.

    Raises:
        AbilityNotSound: Too few, or none told while no number is settled.
    """
    least = max(rule or 1, 1)
    if (wanted or rule or 0) < least:
        raise AbilityNotSound(_("请写明请几名专家评审，至少%(least)s名。") % {"least": least})
    AbilityProject.objects.filter(case_number=case_number).update(reviewers=wanted or rule)


@transaction.atomic
def note_opinion(
    case_number: str, reviewer: UUID, *, favours: bool, opinion: str, by: Capacity, on: date
) -> None:
    """Keep what a named expert said, who has no part in the matter.

    Raises:
        ReviewerInConflict: Of the proposer, the officer who keeps it, or heard before.
    """
    project, person = _get(case_number), get_person(reviewer)
    if person.pk == by.person:
        raise ReviewerInConflict(_("承办人员不能同时担任评审专家。"))
    of = list_employers(person.pk, on).filter(pk=project.proposer_id).exists()
    if of or any(one.organisation_id == project.proposer_id for one in list_offices(person.pk, on)):
        raise ReviewerInConflict(_("%(name)s是提出单位的人员，应当回避。") % {"name": person.name})
    if project.opinions.filter(reviewer=person).exists():
        raise ReviewerInConflict(_("%(name)s已经提出过意见。") % {"name": person.name})
    AbilityOpinion.objects.create(
        project=project, reviewer=person, favours=favours, opinion=opinion, on=on
    )
    _journal("ability-reviewed", project, by=by, on=on)


def number_ability(case_number: str, number: str) -> None:
    """Write down the number under which another officer publishes it.

    Raises:
        AbilityNotSound: It is taken.
    """
    others = AbilityProject.objects.exclude(case_number=case_number)
    if others.filter(number=number.strip()).exists():
        raise AbilityNotSound(_("编号“%(number)s”已经用过。") % {"number": number.strip()})
    AbilityProject.objects.filter(case_number=case_number).update(number=number.strip())


@transaction.atomic
def publish_ability(case_number: str, *, by: Capacity, on: date) -> AbilityProject:
    """Everybody may read the project, and bodies may be filed for it.

    Raises:
        AbilityNotSound: One of that name is published already.
    """
    project = _get(case_number)
    current = AbilityProject.objects.filter(name=project.name, retired_on=None)
    if current.exclude(published_on=None).exists():
        raise AbilityNotSound(_("“%(name)s”已有发布的项目。") % {"name": project.name})
    project.published_on = on
    project.save(update_fields=["published_on"])
    _journal("ability-published", project, by=by, on=on)
    return project


@transaction.atomic
def file_ability_assessor(
    case_number: str, organisation: int, *, is_pilot: bool, by: Capacity, on: date
) -> None:
    """The body may examine the ability from now on.

    Raises:
        AbilityNotSound: It is filed already.
    """
    project, body = _get(case_number), get_organisation(organisation)
    _filed, is_new = AbilityAssessor.objects.get_or_create(
        project=project,
        organisation=body,
        until=None,
        defaults={"is_pilot": is_pilot, "since": on},
    )
    if not is_new:
        raise AbilityNotSound(_("%(name)s已经备案。") % {"name": body.name})
    _journal("ability-assessor-filed", project, by=by, on=on)


@transaction.atomic
def end_ability_assessor(
    case_number: str, organisation: int, *, reason: str, by: Capacity, on: date
) -> None:
    """From that day on the body examines the ability no more; what it certified stands.

    Raises:
        AbilityNotSound: It is not filed.
    """
    project, body = _get(case_number), get_organisation(organisation)
    filed = project.assessors.filter(organisation=body, until=None)
    if not filed.update(until=on, ended_for=reason):
        raise AbilityNotSound(_("%(name)s没有备案。") % {"name": body.name})
    _journal("ability-assessor-ended", project, by=by, on=on)


@transaction.atomic
def retire_ability(case_number: str, *, reason: str, by: Capacity, on: date) -> None:
    """Nobody is examined in it any more; certificates stand."""
    project = _get(case_number)
    project.retired_on, project.retired_for = on, reason
    project.save(update_fields=["retired_on", "retired_for"])
    _journal("ability-retired", project, by=by, on=on)


def _norm(text: str) -> list[dict[str, Any]]:
    """An ability is of no grade: each point has one weight, or none."""
    return [one.as_json() for one in read_sections(text, grades=1)]


def _get(case_number: str) -> AbilityProject:
    return AbilityProject.objects.select_for_update().get(case_number=case_number)


def _journal(kind: str, project: AbilityProject, *, by: Capacity, on: date) -> None:
    what = {"ability": project.pk, "organisation": project.proposer_id}
    write(f"ability:{project.pk}", kind, on=on, by=by, what=what)
