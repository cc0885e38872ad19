"""Serving letters with proof: by consent in the app, across the counter, or by post."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.authority import may_see, sits
from gongtu.engines.casework.choices import ServedHow
from gongtu.engines.casework.models import Letter
from gongtu.engines.casework.refusals import AlreadyDone, WrongHands
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.casework.services.locking import outsiders_journaled, refusals_journaled
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.telling import tell_addressee
from gongtu.parties.capacity import CLOCK, PUBLIC, Capacity
from gongtu.parties.models import Consent
from gongtu.parties.queries import has_consented
from gongtu.parties.queries.consents import standing_on
from gongtu.parties.roles import OFFICES, Role

CONSENT = "electronic-service"


class LetterUnknown(Refused):
    """No letter has this id."""


def serve_electronically(letter: Letter, *, on: date) -> None:
    """Serve in the app where the addressee has agreed to it; otherwise a person must serve."""
    tell_addressee(letter, on=on)
    if accepts_electronic(letter, on=on):
        _serve(letter, ServedHow.ELECTRONIC, "", by=CLOCK, on=on)


def accepts_electronic(letter: Letter, *, on: date) -> bool:
    """Public bodies always; persons by their consent; others by the consent of an officer.

    Somebody without an account has the letter once they open it.
    """
    if letter.to_person_id is not None:
        return has_consented(letter.to_person_id, CONSENT, on)
    if Role(letter.to_role) in OFFICES:
        return True
    if letter.to_organisation_id is None:
        return False
    agreed = Consent.objects.filter(standing_on(on), purpose=CONSENT)
    return agreed.filter(person__offices__organisation=letter.to_organisation_id).exists()


def serve_letter(letter_id: int, *, how: str, proof: str = "", by: Capacity, on: date) -> Letter:
    """Note that an officer of the issuing body handed or posted the letter.

    `how` is a `ServedHow`; `proof` is the receipt's or the parcel's number.

    Raises:
        WrongHands: Not an officer of the issuing body; journaled.
        AlreadyDone: It was served before.
        Refused: Electronic service without recorded consent, or no proof.
    """
    letter = get_letter(letter_id)
    with refusals_journaled(letter.case.number, "serve", by=by, on=on):
        if by.organisation != letter.issuer_id:
            raise WrongHands(_("文书由发出机关送达。"))
        _may_serve(letter, how, proof, on=on)
        _serve(letter, ServedHow(how), proof.strip(), by=by, on=on)
    return letter


def read_letter(letter_id: int, *, by: Capacity, on: date, at: datetime) -> Letter:
    """Open a letter; the addressee's first opening is the proof of reading.

    Raises:
        WrongHands: An outsider; journaled.
    """
    letter = get_letter(letter_id)
    with outsiders_journaled(letter.case.number, "read", by=by, on=on):
        if not may_see(letter.case, by):
            raise WrongHands(_("您不是本件的当事人或者承办人。"))
    if letter.read_at is None and _is_addressee(letter, by):
        _note_reading(letter, by=by, on=on, at=at)
    return letter


def get_letter(letter_id: int) -> Letter:
    """The letter with its case, issuer and addressee."""
    letters = Letter.objects.select_related("case", "issuer", "to_person", "to_organisation")
    letter = letters.filter(pk=letter_id).first()
    if letter is None:
        raise LetterUnknown(_("没有这份文书。"))
    return letter


def _may_serve(letter: Letter, how: str, proof: str, *, on: date) -> None:
    if letter.served_on is not None:
        raise AlreadyDone(_("本文书已于%(on)s送达。") % {"on": letter.served_on})
    if how not in ServedHow.values:
        raise Refused(_("请选择送达方式。"))
    if how == ServedHow.ELECTRONIC and not accepts_electronic(letter, on=on):
        raise Refused(_("受送达人没有同意电子送达，请直接送达或者邮寄送达。"))
    if how != ServedHow.ELECTRONIC and not proof.strip():
        raise Refused(_("请填写送达回证或者邮件的编号。"))


def _serve(letter: Letter, how: ServedHow, proof: str, *, by: Capacity, on: date) -> None:
    letter.served_on, letter.served_how, letter.served_proof = on, how, proof
    letter.save(update_fields=["served_on", "served_how", "served_proof"])
    record(letter.case, "served", by=by, on=on, letter=letter.pk, how=str(how))


@transaction.atomic
def hand_to_stranger(letter: Letter, *, on: date, at: datetime) -> None:
    """Somebody without an account opens a letter for the first time: with that they have it."""
    if letter.read_at is not None:
        return
    if letter.served_on is None:
        _serve(letter, ServedHow.ELECTRONIC, "", by=PUBLIC, on=on)
    _note_reading(letter, by=PUBLIC, on=on, at=at)


@transaction.atomic
def _note_reading(letter: Letter, *, by: Capacity, on: date, at: datetime) -> None:
    first = Letter.objects.filter(pk=letter.pk, read_at=None)
    if first.update(read_at=at, read_by=by.account):
        letter.read_at, letter.read_by_id = at, by.account
        record(letter.case, "read", by=by, on=on, letter=letter.pk)


def _is_addressee(letter: Letter, by: Capacity) -> bool:
    case = letter.case
    procedure = get_procedure(case.procedure, case.version)
    seat = case.parties.filter(role=letter.to_role, until=None).first()
    return sits(seat, by, procedure)
