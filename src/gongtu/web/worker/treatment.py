"""How a graduate of a technical school is treated, and the statements that say so (Art. 25)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.documents import certificate as statement_pdf
from gongtu.engines.credentials.kinds import kind_of
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.entitlement.explaining import Explanation, Owed
from gongtu.records.addresses import address_of
from gongtu.registers.treatments import queries as treatments
from gongtu.registers.treatments import services as register
from gongtu.registers.treatments.choices import Purpose, Treated
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.offers.explained import TAGS, gap_words, verdict_words
from gongtu.web.wording import titled


def treatment_page(person: UUID, on: date) -> dict[str, Any]:
    """Each course of study: whether the article applies, and the statements for each purpose."""
    made = list(treatments.list_statements(person))
    return {
        "degrees": [_degree(told, made, on) for told in treatments.explanations_of(person, on=on)],
    }


def issue(request: Request) -> str:
    """Sign the statement asked for, or find the one that is open; what to say of it.

    Raises:
        Refused: It is no purpose of the article, or the article does not apply.
    """
    try:
        purpose = Purpose(request.POST.get("purpose", ""))
    except ValueError:
        raise Refused(_("请从七个方面中选择一个。")) from None
    by, on = request.capacity, request.on
    made = register.issue_statement(request.POST.get("degree", ""), purpose, by=by, on=on)
    told = {"number": made.number, "purpose": label_of(purpose)}
    return _("用于%(purpose)s的待遇证明%(number)s可以下载，招录单位扫码即可查验。") % told


def document(person: Any, number: str) -> bytes:
    """One of the person's own statements as PDF/A."""
    made = treatments.get_statement(number, person=person.id)
    credential = find_credential(made.number)
    if credential is None:
        raise treatments.StatementUnknown(_("没有这一编号的待遇证明。"))
    english = kind_of(credential).english(credential.document["credentialSubject"])
    return statement_pdf(credential, address=_checked_at(number), english=english)


def _degree(told: Explanation, made: list[Any], on: date) -> dict[str, Any]:
    folder = told.benefit.policy.path.parent
    own = [one for one in made if one.degree.number == told.subject.key]
    return {
        "number": told.subject.key,
        "title": titled(told.subject.title),
        "is_owed": told.verdict is Owed.OWED,
        "verdict": verdict_words(told.verdict),
        "tag": TAGS[told.verdict],
        "missing": [gap_words(gap, folder) for gap in told.missing],
        "why": reverse("worker:show_entitlement", args=[told.benefit.key, told.subject.key]),
        "purposes": [_purpose(purpose, own, on) for purpose in Purpose],
    }


def _purpose(purpose: Purpose, own: list[Any], on: date) -> dict[str, Any]:
    alike = [one for one in own if one.purpose == purpose]
    standing = next((one for one in alike if one.is_open(on)), None)
    row: dict[str, Any] = {"key": purpose.value, "label": label_of(purpose), "statement": None}
    if standing is not None:
        row["statement"] = {
            "number": standing.number,
            "treated_as": label_of(Treated(standing.treated_as)),
            "until": standing.until,
            "document": reverse("worker:download_statement", args=[standing.number]),
            "check": _checked_at(standing.number),
            "share": reverse("wallet:share_certificate", args=[standing.number]),
            "present": reverse("wallet:present_certificate", args=[standing.number]),
        }
    return row


def _checked_at(number: str) -> str:
    return address_of(reverse("public:show_verdict", args=[number]))
