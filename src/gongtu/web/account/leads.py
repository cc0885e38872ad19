"""Where a message leads: the page of what it is about, for whoever may see that page."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.urls import reverse

from gongtu.engines.casework.queries import get_case, list_seen
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import list_capacities
from gongtu.parties.roles import ENTERPRISE, WORKER
from gongtu.registers.sittings.queries import list_assigned
from gongtu.registers.skills.queries import list_candidates, list_certificates, list_issued
from gongtu.web.http import Request
from gongtu.web.shell import home_of

NOWHERE = ""


def address_of(about: str, by: Capacity) -> str:
    """The page of what `about` names, such as `case:<number>`; empty where `by` has none."""
    kind, _sep, key = about.partition(":")
    lead = LEADS.get(kind)
    return lead(key, by) if lead else NOWHERE


def other_capacity(about: str, request: Request) -> tuple[Capacity | None, str]:
    """In which other capacity of the account there is a page, and its address."""
    for capacity in _likely(about, list_capacities(request.user, request.on)):
        if address := address_of(about, capacity):
            return capacity, address
    return None, NOWHERE


def _likely(about: str, capacities: list[Capacity]) -> list[Capacity]:
    """Of all whom somebody helps, only the one for whom the case was opened."""
    helping = [one for one in capacities if one.role is WORKER and one.delegated]
    own = [one for one in capacities if one not in helping]
    kind, _sep, number = about.partition(":")
    if not helping or kind != "case":
        return own
    opener = get_case(number).opener_person_id
    return own + [one for one in helping if one.person == opener]


def _case(number: str, by: Capacity) -> str:
    if list_seen(by).filter(number=number).exists():
        return reverse("cases:show_case", args=[number])
    return _session(number, by.person) if by.role is WORKER and by.person else NOWHERE


def _session(number: str, person: UUID) -> str:
    """Who examines or sits in a session sees it among their own, and not its case."""
    if list_assigned(person).filter(sitting__session__case_number=number).exists():
        return reverse("worker:show_examining")
    if list_candidates(number).filter(person=person).exists():
        return reverse("worker:list_sessions")
    return NOWHERE


def _certificate(number: str, by: Capacity) -> str:
    if by.role is WORKER and by.person:
        held = list_certificates(by.person).filter(number=number).exists()
        return reverse("worker:show_certificate", args=[number]) if held else NOWHERE
    issued = by.organisation and list_issued(by.organisation).filter(number=number).exists()
    return reverse("enterprise:show_certificate", args=[number]) if issued else NOWHERE


def _course(_number: str, by: Capacity) -> str:
    return reverse("worker:list_courses") if by.role is WORKER else NOWHERE


def _career_guide(key: str, by: Capacity) -> str:
    organisation, _sep, person = key.partition(":")
    if by.role is WORKER and str(by.person) == person:
        return reverse("worker:show_career_guides")
    if by.role is ENTERPRISE and str(by.organisation) == organisation:
        return reverse("enterprise:show_career_guide", args=[person])
    return NOWHERE


def _person(person: str, by: Capacity) -> str:
    return reverse(home_of(by.role)) if by.role is WORKER and str(by.person) == person else NOWHERE


def _organisation(organisation: str, by: Capacity) -> str:
    return reverse(home_of(by.role)) if str(by.organisation) == organisation else NOWHERE


LEADS: dict[str, Callable[[str, Capacity], str]] = {
    "case": _case,
    "certificate": _certificate,
    "course": _course,
    "career-guide": _career_guide,
    "person": _person,
    "organisation": _organisation,
}
