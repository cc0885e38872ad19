"""A person's yes to a declared purpose, and its withdrawal, which works at once."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Consent, Person
from gongtu.parties.purposes import get_purpose
from gongtu.records.journal import services as journal


class ConsentUnfit(Refused):
    """The consent cannot be given or withdrawn so."""


@transaction.atomic
def give_consent(
    person: Person | UUID,
    purpose: str,
    *,
    scope: str = "",
    evidence: str,
    by: Capacity,
    on: date,
) -> Consent:
    """Record a consent with its evidence: the page ticked, or the paper's file number.

    Basis: Personal Information Protection Law art. 14.

    Raises:
        PurposeUnknown: Nobody declared the purpose.
        ConsentUnfit: Somebody else's, without its scope or evidence, or standing already.
    """
    person_id = person.pk if isinstance(person, Person) else person
    reasons = _unfit(purpose, scope, evidence)
    if by.person != person_id or by.delegated:
        reasons.append(_("只有本人可以作出同意。"))
    if reasons:
        raise ConsentUnfit(*reasons)
    consent = Consent(
        person_id=person_id, purpose=purpose, scope=scope, given_on=on, evidence=evidence.strip()
    )
    try:
        with transaction.atomic():
            consent.save(force_insert=True)
    except IntegrityError:
        raise ConsentUnfit(_("您已经同意过这一项。")) from None
    _tell(consent, "given", by=by, on=on)
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, by: Capacity, on: date) -> Consent:
    """Withdraw: from this day on the consent carries nothing; what was done before stays lawful.

    Basis: Personal Information Protection Law art. 15.
    """
    if by.person != consent.person_id or by.delegated:
        raise ConsentUnfit(_("只有本人可以撤回同意。"))
    if consent.withdrawn_on is not None:
        raise ConsentUnfit(
            _("这项同意已于%(day)s撤回。") % {"day": format(consent.withdrawn_on, "%Y-%m-%d")}
        )
    consent.withdrawn_on = on
    consent.save(update_fields=["withdrawn_on"])
    _tell(consent, "withdrawn", by=by, on=on)
    return consent


def _unfit(purpose: str, scope: str, evidence: str) -> list[str]:
    reasons = []
    if get_purpose(purpose).scoped != bool(scope):
        reasons.append(_("请选择这项同意所指的单位。") if not scope else _("这项同意不限定单位。"))
    if not evidence.strip():
        reasons.append(_("请写明同意的凭据。"))
    return reasons


def _tell(consent: Consent, act: str, *, by: Capacity, on: date) -> None:
    what = {"person": consent.person_id, "purpose": consent.purpose, "act": act}
    chain = f"person:{consent.person_id}"
    journal.write(chain, "consent", on=on, by=by, what={**what, "scope": consent.scope})
