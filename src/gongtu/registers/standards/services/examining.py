"""A session of a special ability: planned under a filing, its candidates, marks, certificates."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.registers.skills import rows
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.models import AbilityCertificate
from gongtu.registers.standards.models import AbilityCandidate, AbilitySession
from gongtu.registers.standards.queries import find_ability_filing, get_ability_published


class AbilityNotFiled(Refused):
    """The body may not examine the ability on the day of the session."""


class PassMarkUnknown(Refused):
    """Nobody has settled yet from which mark on a candidate passes."""


def plan_ability_session(
    case_number: str, *, organisation: int, project: int, place: str, planned_on: date
) -> AbilitySession:
    """Plan a session for a day on which the body is filed for the ability.

    Raises:
        AbilityUnknown: It was never published.
        AbilityNotFiled: The ability is retired then, or the body is not filed, or no more.
    """
    ability = get_ability_published(project)
    if ability.retired_on is not None and ability.retired_on <= planned_on:
        raise AbilityNotFiled(_("“%(name)s”已经停用，不再举行考核。") % {"name": ability.name})
    filing = find_ability_filing(organisation, project, on=planned_on)
    if filing is None:
        told = {"name": ability.name, "day": planned_on}
        raise AbilityNotFiled(_("本单位在%(day)s没有“%(name)s”的有效考核备案。") % told)
    return AbilitySession.objects.create(
        case_number=case_number, filing=filing, planned_on=planned_on, place=place
    )


@transaction.atomic
def enrol_in_ability(case_number: str, text: str) -> None:
    """Add whom `text` names, a line each with the day of birth; who is on the list stays once.

    Raises:
        RowsWrong: With every line that names nobody on record, or more than one person.
    """
    session = _locked(case_number)
    people = Person.objects.filter(name__in=rows.names_in(text), died_on=None)
    found = rows.read_born(text, rows.Roll(people))
    AbilityCandidate.objects.bulk_create(
        (AbilityCandidate(session=session, person_id=one) for one in found), ignore_conflicts=True
    )


@transaction.atomic
def mark_ability(case_number: str, text: str, *, pass_mark: int | None) -> None:
    """Enter or correct the marks that `text` gives, a line each.

    Raises:
        PassMarkUnknown: `pass_mark` is 待核.
        RowsWrong: With every line at fault.
    """
    if pass_mark is None:
        raise PassMarkUnknown(_("合格线待核，由人力资源社会保障部门决定后才能录入成绩。"))
    sat = list(_locked(case_number).candidates.select_related("person"))
    told = rows.read_totals(text, rows.Roll(one.person for one in sat))
    marked = [one for one in sat if one.person_id in told]
    for one in marked:
        one.mark = told[one.person_id]
        one.passed = one.mark >= pass_mark
    AbilityCandidate.objects.bulk_update(marked, ["mark", "passed"])


@transaction.atomic
def issue_ability_certificates(
    case_number: str, *, by: Capacity, on: date
) -> list[AbilityCertificate]:
    """Whoever passed holds a signed certificate; a second time nothing happens.

    Raises:
        AbilityNotFiled: The filing had ended, or the ability was retired, by the session's day.
    """
    session = _locked(case_number)
    filing = session.filing
    if not filing.holds_on(session.planned_on):
        raise AbilityNotFiled(_("考核当日没有有效备案，或者项目已经停用，不能核发证书。"))
    if session.issued_on is not None:
        return []
    passed = list(session.candidates.filter(passed=True).select_related("person"))
    examined = skills.Examined(filing.project.name, filing.project.number, filing.organisation_id)
    held = skills.issue_abilities(examined, [one.person for one in passed], by=by, on=on)
    for one, certificate in zip(passed, held, strict=True):
        one.certificate = certificate
    AbilityCandidate.objects.bulk_update(passed, ["certificate"])
    session.issued_on = on
    session.save(update_fields=["issued_on"])
    return held


def _locked(case_number: str) -> AbilitySession:
    AbilitySession.objects.select_for_update().get(case_number=case_number)
    return AbilitySession.objects.select_related("filing__project").get(case_number=case_number)
