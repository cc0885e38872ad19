"""The verdict on a certificate as its page shows it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.attempts import may_look_up
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.queries import find_credential, name_on
from gongtu.engines.credentials.verify import Step, verify
from gongtu.policy import shared
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers import Sought
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


def count_attempt(request: Request) -> None:
    """Count a look-up, or a question about one.

    Raises:
        TooManyLookUps: The visitor asked too often within a minute.
    """
    limit = shared.platform.count("look_ups_a_minute", on=request.on)
    if not may_look_up(request.META.get("REMOTE_ADDR", ""), limit=limit or 1):
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
        return {"verdict": not_found(), "certificate": None, "steps": []}
    return _told(credential, request, named=False)


def not_found() -> dict[str, str]:
    """What is said where nothing agrees with number and name."""
    says = _("本系统没有编号与姓名都相符的证书。这不等于证书是假的。")
    return {"label": _("查不到"), "says": says, "mood": "wait"}


def _told(credential: Any, request: Request, *, named: bool) -> dict[str, Any]:
    checked = verify(credential.document, on=request.on)
    return {
        "verdict": _verdict(checked.verdict, credential.get_reason_class_display()),
        "certificate": _certificate(skills.get_certificate(credential.number), credential, named),
        "steps": [_step(step) for step in checked.steps],
        "successor": _address(credential.superseded_by),
    }


def _address(number: str) -> str:
    return reverse("public:show_verdict", args=[number]) if number else ""


def _verdict(verdict: Verdict, reason: str) -> dict[str, str]:
    says = {
        Verdict.VALID: _("签名无误，发证单位当日有资格，未被撤销或替代。"),
        Verdict.EXPIRED: _("证书真实，但有效期已过。"),
        Verdict.REVOKED: _("证书真实，但已被撤销。原因类别：%(reason)s。") % {"reason": _(reason)},
        Verdict.SUPERSEDED: _("证书真实，但已换发新证，请查验新证。"),
        Verdict.CANNOT_TELL: _("有一项无法核实，所以不下结论。看下面哪一步没有通过。"),
    }
    return {"label": _labels()[verdict], "says": says[verdict], "mood": MOODS[verdict]}


def _labels() -> dict[Verdict, str]:
    return {
        Verdict.VALID: _("有效"),
        Verdict.EXPIRED: _("已过期"),
        Verdict.REVOKED: _("已撤销"),
        Verdict.SUPERSEDED: _("已被替代"),
        Verdict.CANNOT_TELL: _("无法判定"),
    }


def _step(step: Step) -> dict[str, str]:
    return {"state": STATES[step.passed], "says": _(step.title), "detail": step.says}


def _certificate(certificate: Any, credential: Any, named: bool) -> dict[str, Any]:
    grade = Grade(certificate.grade)
    certified_by = credential.document["issuer"]["name"]
    renamed = certified_by != certificate.issuer.name
    return {
        "name": name_on(credential) if named else _("输入姓名后显示"),
        "occupation": certificate.occupation.name,
        "grade": grade.label_en if language() == "en" else grade.display,
        "number": certificate.number,
        "issuer": certified_by if renamed else name_of(certificate.issuer),
        "issuer_now": name_of(certificate.issuer) if renamed else "",
        "issued_on": certificate.issued_on,
    }
