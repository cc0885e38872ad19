"""How a certificate stands and what happened to it, as holder and issuer read it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import (
    CertificateStatus,
    EventKind,
    Grade,
    Receipt,
    RevocationReason,
)
from gongtu.web.chain_page import label_of
from gongtu.web.wording import name_of

SUCCESSIONS = frozenset({EventKind.CORRECTED, EventKind.REISSUED})
MOODS = {
    CertificateStatus.VALID: "good",
    CertificateStatus.SUSPENDED: "wait",
    CertificateStatus.REVOKED: "bad",
    CertificateStatus.SUPERSEDED: "wait",
}


def standing_of(held: Any) -> dict[str, str]:
    """Whether a certificate counts, in words, and how that is coloured."""
    status = CertificateStatus(held.status)
    words = {
        CertificateStatus.VALID: _("有效"),
        CertificateStatus.SUSPENDED: _("已暂停"),
        CertificateStatus.REVOKED: _("已撤销"),
        CertificateStatus.SUPERSEDED: _("已被替代"),
    }
    return {"status": words[status], "mood": MOODS[status]}


def history_page(certificate: Any) -> list[dict[str, Any]]:
    """Every event of the certificate and of those it took the place of, the first first."""
    return [_row(event) for event in skills.history_of(certificate)]


def _row(event: Any) -> dict[str, Any]:
    return {
        "label": label_of(EventKind(event.kind)),
        "number": event.certificate.number,
        "on": event.on,
        "by": name_of(event.by_organisation) if event.by_organisation else "",
        "reason": label_of(RevocationReason(event.reason_class)) if event.reason_class else "",
        "told": event.told,
        "case": _case(event),
        "fed": _fed(event),
        "changes": [
            {
                "label": _labels()[name],
                "before": _said(name, event.before[name]),
                "after": _said(name, after),
            }
            for name, after in event.after.items()
        ],
    }


def _case(event: Any) -> str:
    """The case of a correction, whose parties are holder and issuer; sessions are not open so."""
    if not event.case_number or event.kind not in SUCCESSIONS:
        return ""
    return reverse("cases:show_case", args=[event.case_number])


def _fed(event: Any) -> dict[str, str]:
    """What the query system made of it."""
    receipt = getattr(event, "receipt", None)
    if receipt is None:
        return {"label": _("查询系统尚未接收"), "mood": "wait", "reason": ""}
    if receipt.state == Receipt.ACCEPTED:
        return {"label": _("查询系统已接收"), "mood": "good", "reason": ""}
    return {"label": _("被查询系统退回"), "mood": "bad", "reason": receipt.reason}


def _labels() -> dict[str, str]:
    return {"name": _("姓名"), "occupation": _("职业"), "grade": _("等级")}


def _said(name: str, value: str) -> str:
    if name == "grade":
        return label_of(Grade(value))
    if name == "occupation":
        found = skills.find_occupation(value)
        return found.name if found else value
    return value
