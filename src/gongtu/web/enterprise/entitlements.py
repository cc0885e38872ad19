"""What the law owes an enterprise, as its pages show it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from gongtu.engines.entitlement.explaining import Explanation, Owed, explain
from gongtu.engines.entitlement.registry import benefits
from gongtu.parties.models import Organisation
from gongtu.parties.roles import ENTERPRISE
from gongtu.registers.funds import queries as funds
from gongtu.web.wording import language, money, place_of, title_of, titled
from gongtu.web.worker.offers import TAGS, findings_page, gap_words, grounds_page, verdict_words

SHOWN = 40
ORDER = (Owed.OWED, Owed.UNKNOWN, Owed.NOT_OWED)


def entitlements_page(body: Organisation, *, on: date) -> dict[str, Any]:
    """Each benefit for each thing it may be owed for: owed, then not known, then not owed."""
    found = explained(body, on=on)
    return {
        "year": on.year,
        "entitlements": [_entitlement(told) for told in found[:SHOWN]],
        "more": max(len(found) - SHOWN, 0),
    }


def explained(body: Organisation, *, on: date) -> list[Explanation]:
    """All of them, what is owed first."""
    found = [
        explain(benefit, subject, on=on)
        for benefit in benefits()
        if benefit.beneficiary is ENTERPRISE
        for subject in benefit.subjects(str(body.pk), on)
    ]
    return sorted(found, key=lambda told: ORDER.index(told.verdict))


def _entitlement(told: Explanation) -> dict[str, Any]:
    benefit, folder = told.benefit, told.benefit.policy.path.parent
    claims = told.verdict is Owed.OWED and benefit.claim
    return {
        "key": f"{benefit.key}-{told.subject.key}",
        "title": title_of(benefit),
        "subject": titled(told.subject),
        "amount": money(told.amount) if told.amount else "",
        "verdict": verdict_words(told.verdict),
        "tag": TAGS[told.verdict],
        "missing": [gap_words(gap, folder) for gap in told.missing],
        "fund": funds.fund_name(benefit.fund, language()) if benefit.fund else "",
        "basis": place_of(benefit.basis[0]),
        "article": reverse("public:show_article", args=[benefit.basis[0].number]),
        "findings": findings_page(told.findings, folder),
        "grounds": grounds_page(told.amount_grounds, folder),
        "claim": reverse("cases:start_case", args=[benefit.claim]) if claims else "",
    }
