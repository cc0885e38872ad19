"""What people do not want to be offered."""

from __future__ import annotations

from django.db.models import QuerySet

from gongtu.registers.offers.declare import Beneficiary
from gongtu.registers.offers.models import Decline

EVERYTHING = ""


def list_declines(beneficiary: Beneficiary) -> QuerySet[Decline]:
    """The standing ones, newest first."""
    return Decline.objects.filter(**beneficiary.where, revoked_on=None).order_by("-id")


def declined_by(beneficiary: Beneficiary) -> frozenset[str]:
    """The benefits they do not want to be offered; `EVERYTHING` stands for all."""
    return frozenset(list_declines(beneficiary).values_list("benefit", flat=True))


def decliners_of(benefit: str) -> frozenset[Beneficiary]:
    """Everybody who does not want to be offered this benefit."""
    standing = Decline.objects.filter(revoked_on=None, benefit__in=(benefit, EVERYTHING))
    rows = standing.values_list("person", "organisation").order_by()
    return frozenset(Beneficiary(person, organisation) for person, organisation in rows)
