"""Lawful erasure: what tells who somebody was is destroyed, the proof that acts happened stays."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Account, Person
from gongtu.parties.queries.consents import list_offices
from gongtu.parties.queries.organisations import list_employers
from gongtu.records.journal import services as journal
from gongtu.records.journal.queries import entries_about_person


class NotYetErasable(Refused):
    """A law or a running relation still needs the record."""


@transaction.atomic
def erase_person(person: Person, *, reason: str, by: Capacity, on: date) -> Person:
    """Destroy name, birth, ciphers and indexes of a person, the account, and all journaled words.

    The journal's entries, their digests and hashes stay and still verify; without salt and words
    they tell nothing.  Whether open cases still need the person is for the caller to ask first.

    Basis: Personal Information Protection Law art. 47.

    Raises:
        NotYetErasable: An employment or office still holds, or nobody entitled asks.
    """
    _check_erasable(person, reason, by=by, on=on)
    for entry in entries_about_person(person.id):
        if hasattr(entry, "words"):
            journal.erase_text(entry, by=by, on=on, reason="")
    Account.objects.filter(person=person).delete()
    person.name, person.sex, person.birth = "", "", None
    person.division, person.died_on, person.erased_on = None, None, on
    person.id_number_cipher, person.id_number_index = b"", None
    person.phone_cipher, person.phone_index = b"", ""
    person.save()
    journal.write(f"person:{person.id}", "erased", on=on, by=by, what={"person": person.id})
    return person


def _check_erasable(person: Person, reason: str, *, by: Capacity, on: date) -> None:
    reasons = []
    if not access.may(by, "erase-person", person, on=on):
        reasons.append(_("只有本人或者人社部门可以要求删除。"))
    if not reason.strip():
        reasons.append(_("请说明删除的理由和依据。"))
    if person.erased_on is not None:
        reasons.append(_("已经依法删除。"))
    if list_employers(person.id, on).exists() or list_offices(person.id, on).exists():
        reasons.append(_("仍在职或者仍任职的，登记尚有法定用途，不能删除。"))
    if reasons:
        raise NotYetErasable(*reasons)
