"""What persons have agreed to, and whose office lies in whose hands."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from gongtu.parties.models import Consent, Delegation, Office
from gongtu.parties.queries.periods import holds_on

HELPED_LIMIT = 200


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


def list_offices(person: UUID, on: date) -> QuerySet[Office]:
    """Offices the person holds on the day, with their organisations."""
    offices = Office.objects.filter(holds_on(on), person=person)
    return offices.select_related("organisation").order_by("id")
