"""Certificates of special abilities, as others read them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.engines.indicators.recorded import Recorded
from gongtu.registers.skills.models import AbilityCertificate
from gongtu.registers.skills.queries import CertificateUnknown


def list_abilities(person: UUID) -> QuerySet[AbilityCertificate]:
    """A person's certificates of special abilities, latest first."""
    return AbilityCertificate.objects.filter(person=person).select_related("issuer")


def get_ability(number: str) -> AbilityCertificate:
    """The certificate of a special ability of that number.

    Raises:
        CertificateUnknown: There is none.
    """
    found = AbilityCertificate.objects.filter(number=number).select_related("issuer").first()
    if found is None:
        raise CertificateUnknown(_("没有这一编号的证书。"))
    return found


def get_own_ability(person: UUID, number: str) -> AbilityCertificate:
    """One of the person's own certificates of a special ability.

    Raises:
        CertificateUnknown: The person holds none of that number.
    """
    if (found := list_abilities(person).filter(number=number).first()) is None:
        raise CertificateUnknown(_("您名下没有这一编号的证书。"))
    return found


ABILITIES_CERTIFIED = Recorded(
    kind="ability", rows=AbilityCertificate.objects.all, title="name", day="issued_on",
    place="issuer__division",
)  # fmt: skip
"""Certificates of special abilities by their day of issue, where their issuer is."""
