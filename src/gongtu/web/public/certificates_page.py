"""The verdict on a certificate as its page shows it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.attempts import may_look_up
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.queries import find_credential, find_public
from gongtu.engines.credentials.verify import Step, verify
from gongtu.policy import shared
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import Grade
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


def verdict_page(number: str, name: str, request: Request) -> dict[str, Any]:
    """The verdict, the steps, and the holder's fields where number and name agree.

    Raises:
        TooManyLookUps: The visitor asked too often within a minute.
    """
    limit = shared.platform.count("look_ups_a_minute", on=request.on)
    if not may_look_up(request.META.get("REMOTE_ADDR", ""), limit=limit or 1):
        raise TooManyLookUps(_("查询太频繁，请一分钟后再试。"))
    credential = find_public(number, name) if name else find_credential(number)
    if credential is None:
        return {"verdict": _unknown(), "causes": _causes(), "certificate": None, "steps": []}
    checked = verify(credential.document, on=request.on)
    return {
        "verdict": _verdict(checked.verdict, credential.get_reason_class_display()),
        "certificate": _certificate(skills.get_certificate(credential.number), bool(name)),
        "steps": [_step(step) for step in checked.steps],
        "causes": [],
    }


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


def _unknown() -> dict[str, str]:
    says = _("本系统没有编号与姓名都相符的证书。这不等于证书是假的。")
    return {"label": _("查不到"), "says": says, "mood": "wait"}


def _causes() -> list[str]:
    return [
        _("编号或姓名输错了一个字，例如同音字、生僻字。"),
        _("证书由本市以外的机构颁发，在国家或其他省市的系统里。"),
        _("证书是职业资格证书（16位编号），不在本系统。"),
        _("证书已经颁发，但发证单位还没有上传。请向发证单位查询。"),
    ]


def _step(step: Step) -> dict[str, str]:
    return {"state": STATES[step.passed], "says": _(step.title), "detail": step.says}


def _certificate(certificate: Any, named: bool) -> dict[str, Any]:
    grade = Grade(certificate.grade)
    return {
        "name": certificate.person.name if named else _("输入姓名后显示"),
        "occupation": certificate.occupation.name,
        "grade": grade.label_en if language() == "en" else grade.display,
        "number": certificate.number,
        "issuer": name_of(certificate.issuer),
        "issued_on": certificate.issued_on,
    }
