"""What persons have agreed to, and whose office lies in whose hands."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.models import Consent, Delegation, Office
from gongtu.parties.queries.periods import holds_on

HELPED_LIMIT = 200


class ConsentUnknown(Refused):
    """No such consent."""


class OfficeUnknown(Refused):
    """No such office or delegation."""


def scope_of(organisation: int) -> str:
    """How a consent names the one organisation it holds for."""
    return f"organisation:{organisation}"


def standing_on(on: date) -> Q:
    """Given, and not withdrawn on that day; withdrawal works at once."""
    return Q(given_on__lte=on) & (Q(withdrawn_on=None) | Q(withdrawn_on__gt=on))


def list_consents(person: UUID) -> QuerySet[Consent]:
    """All a person ever gave, the newest first."""
    return Consent.objects.filter(person=person).order_by("-given_on", "-id")


def has_consented(person: UUID, purpose: str, on: date, *, scope: str = "") -> bool:
    """Whether the person's yes to this purpose, for this scope, stands on the day."""
    return Consent.objects.filter(
        standing_on(on), person=person, purpose=purpose, scope=scope
    ).exists()


def list_helped(organisation: int, on: date) -> QuerySet[Consent]:
    """Who lets this organisation's officers file for them on the day, with the persons."""
    return Consent.objects.filter(
        standing_on(on), purpose="helper-files-for-me", scope=scope_of(organisation)
    ).select_related("person")[:HELPED_LIMIT]


def list_delegations(person: UUID) -> QuerySet[Delegation]:
    """Given and received, the newest first: both sides see the same."""
    mine = Q(office__person=person) | Q(to=person)
    delegations = Delegation.objects.filter(mine).order_by("-since", "-id")
    return delegations.select_related("office__organisation", "office__person", "to")


def get_consent(consent: int) -> Consent:
    """The consent of that number; whose it is, the service asks."""
    found = Consent.objects.filter(pk=consent).first()
    if found is None:
        raise ConsentUnknown(_("没有这项同意。"))
    return found


def get_delegation(delegation: int) -> Delegation:
    """The delegation with its office; whose it is, the service asks."""
    found = Delegation.objects.select_related("office").filter(pk=delegation).first()
    if found is None:
        raise OfficeUnknown(_("没有这项委托。"))
    return found


def get_office(office: int | None) -> Office:
    """The office acted from, with person and organisation.

    Raises:
        OfficeUnknown: There is none, or nobody acts from an office.
    """
    found = Office.objects.select_related("person", "organisation").filter(pk=office or 0).first()
    if found is None:
        raise OfficeUnknown(_("请先切换到要委托的职务身份。"))
    return found


def list_offices(person: UUID, on: date) -> QuerySet[Office]:
    """Offices the person holds on the day, with their organisations."""
    offices = Office.objects.filter(holds_on(on), person=person)
    return offices.select_related("organisation").order_by("id")
