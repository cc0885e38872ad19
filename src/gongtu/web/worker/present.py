"""A worker's file as the pages show it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.periods import last_day
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.credentials.documents import Size
from gongtu.engines.credentials.documents import certificate as certificate_pdf
from gongtu.engines.credentials.kinds import kind_of
from gongtu.engines.credentials.qr import svg
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.verify import verify
from gongtu.engines.entitlement.explaining import Explanation
from gongtu.parties import queries as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.records.addresses import address_of
from gongtu.registers.appointments import queries as appointments
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills import services as register
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.queries.abilities import list_abilities
from gongtu.registers.wallet import queries as wallet
from gongtu.web.cases.present import case_row
from gongtu.web.certificate_history import history_page, standing_of
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.offers.explained import findings_page, grounds_page
from gongtu.web.public.certificates_page import step_row
from gongtu.web.standards_used import standards_used
from gongtu.web.wording import name_of
from gongtu.web.worker import offers
from gongtu.web.worker.places import places_of

SHOWN = 10
CORRECTION = "certificate-correction"


class NoPersonHere(NotEntitled):
    """The page belongs to a person, and the reader acts for an organisation or for nobody."""


def own_person(capacity: Capacity) -> Any:
    """The person whose page this is.

    Raises:
        NoPersonHere: The reader does not act as a person.
    """
    if capacity.person is None or capacity.organisation is not None:
        raise NoPersonHere(_("这是工人本人的页面。请在“我的账户与身份”中切换为本人身份。"))
    return parties.get_person(capacity.person)


def home_page(person: Any, request: Request) -> dict[str, Any]:
    """Owed, waiting, and the ladder with the nearest next step."""
    held = list(skills.list_certificates(person.id)[:SHOWN])
    mine = cases.list_cases_of(request.capacity).filter(closed_on=None)
    waiting = mine.exclude(holder_role="")[:SHOWN]  # what was decided and rests waits for nobody
    return {
        "person": person,
        **offers.sorted_offers(person.id, request.on),
        "cases": [case_row(case, request.capacity, on=request.on) for case in waiting],
        "ladder": ladder_of(_highest(person, request.on)),
        "certificates": [_certificate(one) for one in held],
        "abilities": [_ability(one, request.on) for one in list_abilities(person.id)[:SHOWN]],
        "appointments": [
            _appointment(one, request.on)
            for one in appointments.list_appointments(person.id)[:SHOWN]
        ],
        "steps": _steps(),
    }


def ladder_of(held: Grade | None) -> list[dict[str, str]]:
    """The eight steps: reached, here, next, above."""
    rank = held.rank if held else 0
    return [{"label": label_of(grade), "state": _step(grade.rank - rank)} for grade in Grade]


def entitlement_page(explanation: Explanation) -> dict[str, Any]:
    """One benefit for one subject, explained."""
    folder = explanation.benefit.policy.path.parent
    return {
        "offer": offers.offer(explanation),
        "findings": findings_page(explanation.findings, folder),
        "grounds": grounds_page(explanation.amount_grounds, folder),
    }


def certificate_page(person: Any, number: str, request: Request) -> dict[str, Any]:
    """One certificate of the person's own, with its code and what checking it finds."""
    held = _own(person, number)
    credential = find_credential(number)
    checked = verify(credential, on=request.on) if credential else None
    return {
        "certificate": {
            **_certificate(held),
            "occupation": held.occupation.name,
            "grade": label_of(Grade(held.grade)),
            "document": reverse("worker:download_certificate", args=[number]),
            "check": _address(number),
            "revoked_on": held.revoked_on,
        },
        "places": places_of(person, held, request.on),
        "code": svg(_address(number), credential.document if credential else None),
        "steps": [step_row(step) for step in checked.steps] if checked else [],
        "history": history_page(held),
        "standards": standards_used(held.session_id),
        "may_correct": held.status == CertificateStatus.VALID,
    }


def begin_correction(person: Any, number: str, request: Request) -> None:
    """Start the request with what is on record, so that it is not asked again."""
    held = _own(person, number)
    known = {"certificate": number, "body": str(held.issuer_id)}
    casework.save_draft(CORRECTION, known, by=request.capacity, on=request.on)


def certificate_document(person: Any, number: str, size: str) -> bytes:
    """The certificate or appointment as PDF/A with the credential inside, as a page or as a card.

    Raises:
        CertificateUnknown, Http404: It is not this person's, or was never signed here.
    """
    credential = wallet.find_own(person.id, number)
    if credential is None:
        raise Http404(number)
    english = kind_of(credential).english(credential.document["credentialSubject"])
    chosen = Size.CARD if size == "card" else Size.PAGE
    return certificate_pdf(
        credential, address=_address(number), english=english, size=chosen,
        photo=register.photo_for(number),
    )  # fmt: skip


def _own(person: Any, number: str) -> Any:
    held = skills.list_certificates(person.id).filter(number=number).first()
    if held is None:
        raise Http404(number)
    return held


def _address(number: str) -> str:
    return address_of(reverse("public:show_verdict", args=[number]))


def _certificate(held: Any) -> dict[str, Any]:
    return {
        "title": f"{held.occupation.name} · {label_of(Grade(held.grade))}",
        "number": held.number,
        "address": reverse("worker:show_certificate", args=[held.number]),
        **standing_of(held),
        "issuer": name_of(held.issuer),
        "issued_on": held.issued_on,
    }


def _highest(person: Any, on: date) -> Grade | None:
    """The highest grade certified, or held by appointment on the day."""
    certified = skills.highest_grade(person.id)
    return appointments.appointed_grade(person.id, on=on) or certified


def _appointment(term: Any, on: date) -> dict[str, Any]:
    running = on < (term.ended_on or term.until)
    state = _("聘期中") if running else _("已解聘") if term.ended_on else _("聘期届满")
    return {
        "title": f"{term.occupation.name} · {label_of(Grade(term.grade))}",
        "number": term.number,
        "address": reverse("wallet:show_held", args=[term.number]),
        "employer": name_of(term.organisation),
        "since": term.since,
        "last": last_day(term.ended_on or term.until),
        "state": state,
        "mood": "good" if running else "",
    }


def _ability(held: Any, on: date) -> dict[str, Any]:
    """A certificate of a special ability; the page to check it where one was signed here."""
    revoked = held.revoked_on is not None and held.revoked_on <= on
    signed = find_credential(held.number) is not None
    return {
        "title": held.name,
        "number": held.number,
        "address": reverse("wallet:show_held", args=[held.number]) if signed else "",
        "issuer": name_of(held.issuer),
        "issued_on": held.issued_on,
        "status": _("已撤销") if revoked else _("有效"),
        "mood": "bad" if revoked else "good",
    }


def _step(distance: int) -> str:
    if distance == 0:
        return "here"
    if distance < 0:
        return "reached"
    return "next" if distance == 1 else ""


def _steps() -> list[dict[str, str]]:
    return [
        {
            "title": _("看看还能办什么"),
            "says": _("工会法律援助、工匠选拔等，指南写明条件和期限。"),
            "address": reverse("public:list_guides"),
        },
        {
            "title": _("谁看过我的档案"),
            "says": _("每一次查看和改动都有记录。"),
            "address": reverse("account:show_access_log"),
        },
        {
            "title": _("读条例"),
            "says": _("每一条写明由谁落实、做到多少。"),
            "address": reverse("public:list_articles"),
        },
    ]
