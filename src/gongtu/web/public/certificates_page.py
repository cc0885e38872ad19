"""The verdict on a certificate as its page shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.attempts import may_look_up
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.queries import find_credential, name_on
from gongtu.engines.credentials.verify import Step, verify
from gongtu.policy import shared
from gongtu.registers.appointments import queries as appointments
from gongtu.registers.appointments.services import KIND as APPOINTMENT
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.numbers.explaining import explain
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.wording import language, name_of

MOODS = {
    Verdict.VALID: "good",
    Verdict.EXPIRED: "wait",
    Verdict.REVOKED: "bad",
    Verdict.SUPERSEDED: "wait",
    Verdict.CANNOT_TELL: "wait",
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
        return {"verdict": not_found(), "certificate": None, "appointment": None, "steps": []}
    return _told(credential, request, named=False)


def not_found() -> dict[str, str]:
    """What is said where nothing agrees with number and name."""
    says = _("本系统没有编号与姓名都相符的证书。这不等于证书是假的。")
    return {"label": _("查不到"), "says": says, "mood": "wait"}


def _told(credential: Any, request: Request, *, named: bool) -> dict[str, Any]:
    checked = verify(credential.document, on=request.on)
    return {
        "verdict": _worded(credential)(checked.verdict, credential.get_reason_class_display()),
        **_shown(credential, named),
        "steps": [step_row(step) for step in checked.steps],
        "successor": _address(credential.superseded_by),
    }


def _address(number: str) -> str:
    return reverse("public:show_verdict", args=[number]) if number else ""


def _shown(credential: Any, named: bool) -> dict[str, Any]:
    """A certificate or an appointment, each in its own words."""
    if credential.kind == APPOINTMENT:
        term = appointments.get_appointment(credential.number)
        return {"certificate": None, "appointment": _appointment(term, credential, named)}
    held = skills.get_certificate(credential.number)
    return {"certificate": _certificate(held, credential, named), "appointment": None}


def verdict_in_words(verdict: Verdict, reason: str) -> dict[str, str]:
    """One large word, the sentence below it, and its colour."""
    says = {
        Verdict.VALID: _("签名无误，发证单位当日有资格，未被撤销或替代。"),
        Verdict.EXPIRED: _("证书真实，但有效期已过。"),
        Verdict.REVOKED: _("证书真实，但已被撤销。原因类别：%(reason)s。") % {"reason": _(reason)},
        Verdict.SUPERSEDED: _("证书真实，但已换发新证，请查验新证。"),
        Verdict.CANNOT_TELL: _("有一项无法核实，所以不下结论。看下面哪一步没有通过。"),
    }
    return {"label": _labels()[verdict], "says": says[verdict], "mood": MOODS[verdict]}


def _worded(credential: Any) -> Callable[[Verdict, str], dict[str, str]]:
    return _verdict_on_appointment if credential.kind == APPOINTMENT else verdict_in_words


def _verdict_on_appointment(verdict: Verdict, reason: str) -> dict[str, str]:
    worded = {
        Verdict.VALID: (_("在聘"), _("签名无误，聘期未满，未被解聘。")),
        Verdict.EXPIRED: (_("聘期届满"), _("聘任属实，但聘期已经届满。")),
        Verdict.REVOKED: (
            _("已解聘"),
            _("聘任属实，但已终止。原因类别：%(reason)s。") % {"reason": _(reason)},
        ),
        Verdict.SUPERSEDED: (_("已续聘"), _("聘任属实，已经续聘，请查验新的聘任凭证。")),
        Verdict.CANNOT_TELL: (
            _("无法判定"),
            _("有一项无法核实，所以不下结论。看下面哪一步没有通过。"),
        ),
    }
    label, says = worded[verdict]
    return {"label": label, "says": says, "mood": MOODS[verdict]}


def _labels() -> dict[Verdict, str]:
    return {
        Verdict.VALID: _("有效"),
        Verdict.EXPIRED: _("已过期"),
        Verdict.REVOKED: _("已撤销"),
        Verdict.SUPERSEDED: _("已被替代"),
        Verdict.CANNOT_TELL: _("无法判定"),
    }


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
    called = credential.document["issuer"]["name"]
    if called == body.name:
        return {"issuer": name_of(body), "issuer_now": ""}
    return {"issuer": called, "issuer_now": name_of(body)}


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
