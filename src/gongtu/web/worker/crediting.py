"""The worker's side of the credit bank: what could be counted where, and what is."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.casework import services as casework
from gongtu.records.addresses import address_of
from gongtu.registers.credits import queries as credit_bank
from gongtu.registers.credits import services as register
from gongtu.registers.credits.choices import SourceKind
from gongtu.registers.credits.numbers import written
from gongtu.registers.credits.queries import Offer, Use, Worth
from gongtu.web.chain_page import label_of
from gongtu.web.credits_page import transcript_rows
from gongtu.web.http import Request
from gongtu.web.wording import name_of

CONVERSION, DIPLOMA = "credit-conversion", "credit-diploma"
ASKED = {CONVERSION: ("school", "programme", "source"), DIPLOMA: ("school", "programme")}


def credits_page(person: UUID, on: date) -> dict[str, Any]:
    """Each thing learned with what it could bring, and every transcript."""
    offers = credit_bank.offers_of(person, on=on)
    return {
        "offers": [_offer(*one) for one in offers],
        "transcripts": [transcript_rows(one) for one in credit_bank.transcripts_of(person)],
    }


def transcript_page(person: Any, number: str) -> dict[str, Any]:
    """One transcript of the person's own."""
    student = credit_bank.get_student(number, person=person.id)
    transcript = credit_bank.transcript_of(student)
    return {
        "person": person.name,
        "transcript": transcript_rows(transcript),
        "signed": _signed(credit_bank.find_signed(student)),
    }


def sign(number: str, request: Request) -> str:
    """Have the school's transcript signed as of today; what to say of it."""
    made = register.sign_transcript(number, by=request.capacity, on=request.on)
    told = {"number": made.number}
    return _("经学校签名的成绩单%(number)s可以下载、分享，别人扫码即可查验。") % told


def begin(procedure: str, request: Request) -> str:
    """Start the application with all that it asks; the procedure's key."""
    answers = {name: request.POST.get(name, "") for name in ASKED[procedure]}
    casework.save_draft(procedure, answers, by=request.capacity, on=request.on)
    return procedure


def _signed(made: Any) -> dict[str, Any] | None:
    if made is None:
        return None
    return {
        "number": made.number,
        "as_of": made.as_of,
        "document": reverse("worker:download_certificate", args=[made.number]),
        "check": address_of(reverse("public:show_verdict", args=[made.number])),
        "share": reverse("wallet:share_certificate", args=[made.number]),
        "present": reverse("wallet:present_certificate", args=[made.number]),
    }


def _offer(offer: Offer, worths: list[Worth], use: Use | None) -> dict[str, Any]:
    return {
        "key": offer.key,
        "title": offer.title,
        "kind": label_of(SourceKind(offer.kind)),
        "is_sound": offer.is_sound,
        "used": use.says if use else "",
        "worths": [_worth(one) for one in worths],
    }


def _worth(worth: Worth) -> dict[str, Any]:
    programme = worth.programme
    return {
        "programme": programme.name,
        "programme_id": programme.pk,
        "school": name_of(programme.school),
        "school_id": programme.school_id,
        "credits": written(worth.credits),
        "courses": [f"{rule.course} {written(rule.credits)}" for rule in worth.rules],
        "rules": reverse("public:list_credit_rules") + f"#p{programme.pk}",
    }
