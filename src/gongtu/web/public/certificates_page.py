"""The verdict on a certificate as its page shows it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.attempts import may_look_up
from gongtu.engines.credentials.choices import Status, Verdict
from gongtu.engines.credentials.printed import ABILITY, STATEMENT
from gongtu.engines.credentials.queries import find_credential, name_on
from gongtu.engines.credentials.verify import Step, verify
from gongtu.policy import shared
from gongtu.records.context import instant_of
from gongtu.registers.appointments import queries as appointments
from gongtu.registers.appointments.services import KIND as APPOINTMENT
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.numbers.abilities import rule
from gongtu.registers.skills.numbers.explaining import explain
from gongtu.registers.skills.queries.abilities import get_ability
from gongtu.registers.skills.services.papers import showing as papers
from gongtu.registers.treatments import queries as treatments
from gongtu.registers.treatments.choices import Purpose, Treated
from gongtu.registers.treatments.services import qualified_as
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.public.verdict_words import (
    appointment_words,
    statement_words,
    verdict_in_words,
)
from gongtu.web.wording import language, name_of

NOTHING: dict[str, Any] = {
    "certificate": None,
    "appointment": None,
    "statement": None,
    "ability": None,
}
STATES = {True: "holds", False: "fails", None: "unknown"}


class TooManyLookUps(Refused):
    """One visitor looks up more than a person would."""


def count_attempt(request: Request, what: str = "") -> None:
    """Count a look-up, or a question about one; `what` is counted apart.

    Raises:
        TooManyLookUps: The visitor asked too often within a minute.
    """
    limit = shared.platform.count("look_ups_a_minute", on=request.on)
    if not may_look_up(what + request.META.get("REMOTE_ADDR", ""), limit=limit or 1):
        raise TooManyLookUps(_("查询太频繁，请一分钟后再试。"))


def found_page(sought: Sought, name: str, request: Request) -> list[dict[str, Any]]:
    """Verdict, fields and steps of every certificate whose number and name agree.

    Raises:
        TooManyLookUps: The visitor asked too often within a minute.
    """
    count_attempt(request)
    return [_told(one, request, named=True) for one in skills.list_public(sought, name)]


def verdict_page(number: str, request: Request) -> dict[str, Any]:
    """The verdict on the certificate of that number, which does not tell whose it is.

    Raises:
        TooManyLookUps: The visitor asked too often within a minute.
    """
    count_attempt(request)
    credential = find_credential(number)
    if credential is None:
        return {"verdict": not_found(), **NOTHING, "steps": []}
    return _told(credential, request, named=False)


def not_found() -> dict[str, str]:
    """What is said where nothing agrees with number and name."""
    says = _("本系统没有编号与姓名都相符的证书。这不等于证书是假的。")
    return {"label": _("查不到"), "says": says, "mood": "wait"}


def _told(credential: Any, request: Request, *, named: bool) -> dict[str, Any]:
    checked = verify(credential.document, on=request.on)
    return {
        "verdict": verdict_told(credential, checked.verdict),
        **_shown(credential, named),
        "steps": [step_row(step) for step in checked.steps],
        "checked_at": instant_of(request.on),
        "successor": _address(credential.superseded_by),
    }


def _address(number: str) -> str:
    return reverse("public:show_verdict", args=[number]) if number else ""


def _shown(credential: Any, named: bool) -> dict[str, Any]:
    """A certificate, an appointment or a statement of treatment, each in its own words."""
    if credential.kind == APPOINTMENT:
        term = appointments.get_appointment(credential.number)
        return NOTHING | {"appointment": _appointment(term, credential, named)}
    if credential.kind == STATEMENT:
        return NOTHING | {"statement": _statement(credential, named)}
    if credential.kind == ABILITY:
        return NOTHING | {"ability": _ability(credential, named)}
    held = papers.shown_on(credential)
    return NOTHING | {"certificate": _certificate(held, credential, named)}


def verdict_told(credential: Any, verdict: Verdict) -> dict[str, str]:
    """The verdict in words, with the class of reasons: of a certificate, or of an appointment."""
    reason = credential.get_reason_class_display()
    if credential.kind == APPOINTMENT:
        return appointment_words(verdict, reason)
    if credential.kind == STATEMENT:
        return statement_words(verdict, reason)
    return verdict_in_words(verdict, reason, suspended=credential.status == Status.SUSPENDED)


def step_row(step: Step) -> dict[str, str]:
    """One thing looked at, as a list of findings shows it."""
    return {"state": STATES[step.passed], "says": _(step.title), "detail": step.says}


def _certificate(certificate: Any, credential: Any, named: bool) -> dict[str, Any]:
    grade = Grade(certificate.grade)
    return {
        "name": name_on(credential) if named else _("输入姓名后显示"),
        "occupation": certificate.occupation.name,
        "grade": grade.label_en if language() == "en" else grade.display,
        "number": certificate.number,
        "parts": explain(certificate.number),
        **_issuer(certificate.issuer, credential),
        "issued_on": certificate.issued_on,
    }


def _issuer(body: Any, credential: Any) -> dict[str, str]:
    """As it was called on the day of issue, and its name of today where that is another."""
    called = papers.issuer_called(credential)
    if called == body.name:
        return {"issuer": name_of(body), "issuer_now": ""}
    return {"issuer": called, "issuer_now": name_of(body)}


def _statement(credential: Any, named: bool) -> dict[str, Any]:
    made = treatments.get_statement(credential.number)
    return {
        "name": name_on(credential) if named else _("输入姓名后显示"),
        "number": made.number,
        "purpose": label_of(Purpose(made.purpose)),
        "treated_as": label_of(Treated(made.treated_as)),
        "school": made.degree.school,
        "qualified": label_of(qualified_as(made.degree)),
        "issuer": name_of(made.issuer),
        "since": made.since,
        "until": made.until,
    }


def _ability(credential: Any, named: bool) -> dict[str, Any]:
    held = get_ability(credential.number)
    return {
        "name": name_on(credential) if named else _("输入姓名后显示"),
        "ability": held.name,
        "number": held.number,
        "confirmed": rule().confirmed,
        **_issuer(held.issuer, credential),
        "issued_on": held.issued_on,
    }


def _appointment(term: Any, credential: Any, named: bool) -> dict[str, Any]:
    return {
        "name": name_on(credential) if named else _("输入姓名后显示"),
        "occupation": term.occupation.name,
        "post": label_of(Grade(term.grade)),
        "number": term.number,
        **_issuer(term.organisation, credential),
        "since": term.since,
        "until": term.until,
        "ended_on": term.ended_on,
    }
