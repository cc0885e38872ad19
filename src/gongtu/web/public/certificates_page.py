"""The verdict on a certificate as its page shows it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.attempts import may_look_up
from gongtu.engines.credentials.kinds import Line, kind_of
from gongtu.engines.credentials.queries import find_credential, name_on
from gongtu.engines.credentials.verify import Step, verify
from gongtu.parties.access import may
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import HRSS
from gongtu.policy import shared
from gongtu.records.context import instant_of
from gongtu.registers.skills import services as register
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.services.certificates import KIND as GRADED
from gongtu.web.http import Request
from gongtu.web.public.verdict_words import verdict_told
from gongtu.web.wording import name_of, shown

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
        raise TooManyLookUps(_("太频繁了，请一分钟后再试。"))


def found_page(sought: Sought, name: str, request: Request) -> list[dict[str, Any]]:
    """Verdict, fields and steps of every certificate whose number and name agree.

    Raises:
        TooManyLookUps: The visitor asked too often within a minute.
    """
    count_attempt(request)
    found = register.look_up(sought, name, by=request.capacity, on=request.on)
    return [_told(one, request, named=True) for one in found]


def verdict_page(number: str, request: Request) -> dict[str, Any]:
    """The verdict on the certificate of that number, which does not tell whose it is.

    Raises:
        TooManyLookUps: The visitor asked too often within a minute.
    """
    count_attempt(request)
    credential = find_credential(number)
    if credential is None:
        return {"verdict": not_found(), "steps": []}
    return _told(credential, request, named=False)


def not_found() -> dict[str, str]:
    """What is said where nothing agrees with number and name."""
    says = _("本系统没有编号与姓名都相符的证书。这不等于证书是假的。")
    return {"label": _("查不到"), "says": says, "mood": "wait"}


def _told(credential: Any, request: Request, *, named: bool) -> dict[str, Any]:
    checked = verify(credential, on=request.on)
    return {
        "verdict": verdict_told(credential, checked.verdict),
        "certified": _shown(credential, named),
        "steps": [step_row(step) for step in checked.steps],
        "checked_at": instant_of(request.on),
        "successor": _address(credential.superseded_by),
        "supervise": _supervised_at(credential, request),
    }


def _supervised_at(credential: Any, request: Request) -> str:
    """Where an officer of the issuer's place decides on it; empty for everybody else."""
    if request.capacity.role is not HRSS or credential.kind != GRADED:
        return ""
    issuer = get_organisation(credential.issuer_organisation)
    if not may(request.capacity, "supervise-certificates", issuer, on=request.on):
        return ""
    return reverse("desk:show_certificate", args=[credential.number])


def _address(number: str) -> str:
    return reverse("public:show_verdict", args=[number]) if number else ""


def _shown(credential: Any, named: bool) -> dict[str, Any]:
    """What its kind tells of it."""
    kind = kind_of(credential)
    return {
        "label": kind.label,
        "says": kind.says,
        "name": name_on(credential) if named else _("输入姓名后显示"),
        "numbered_as": kind.numbered_as,
        "number": credential.number,
        "is_confirmed": kind.is_confirmed(),
        "parts": kind.explain(credential.number),
        "lines": [line_row(line) for line in kind.lines(credential)],
    }


def line_row(line: Line) -> dict[str, str]:
    """A line in the reader's language; a body as on the day of issue, and by its name of today."""
    if not line.formerly:
        return {"label": line.label, "value": shown(line.value), "now": ""}
    body, called = line.value, line.formerly
    if called == body.name:
        return {"label": line.label, "value": name_of(body), "now": ""}
    return {"label": line.label, "value": called, "now": name_of(body)}


def step_row(step: Step) -> dict[str, str]:
    """One thing looked at, as a list of findings shows it."""
    return {"state": STATES[step.passed], "says": _(step.title), "detail": step.says}
