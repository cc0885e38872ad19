"""What the law owes an organisation, an enterprise or a school, as its pages show it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from gongtu.engines.casework.queries import list_claimed
from gongtu.engines.entitlement.explaining import Explanation, Owed, explain
from gongtu.engines.entitlement.registry import benefits
from gongtu.parties.models import Organisation
from gongtu.registers.funds import queries as funds
from gongtu.registers.offers import queries as offers
from gongtu.registers.offers.declare import Beneficiary
from gongtu.web.wording import language, money, place_of, title_of, titled
from gongtu.web.worker.answered import name_of_benefit
from gongtu.web.worker.offers import (
    TAGS,
    findings_page,
    gap_words,
    grounds_page,
    verdict_words,
    ways,
)

SHOWN, SHOWN_AT_HOME = 40, 5
ORDER = (Owed.OWED, Owed.UNKNOWN, Owed.NOT_OWED)


def owed_page(body: Organisation, *, on: date) -> dict[str, Any]:
    """Each benefit for each thing it may be owed for: owed, then not known, then not owed.

    What was declined is left out, and listed apart.
    """
    whose, area = Beneficiary(organisation=body.pk), str(body.kind)
    found, claimed = explained(body, on=on), list_claimed(**whose.where)
    return {
        "entitlements": [_entitlement(told, claimed, area) for told in found[:SHOWN]],
        "more": max(len(found) - SHOWN, 0),
        "declines": [
            {
                "title": name_of_benefit(no.benefit),
                "since": no.since,
                "revoke": reverse(f"{area}:revoke_decline", args=[no.pk]),
            }
            for no in offers.list_declines(whose)
        ],
    }


def owed_at_home(body: Organisation, *, on: date) -> list[dict[str, Any]]:
    """What is owed and not claimed yet, then what waits for somebody's decision; a few."""
    claimed = list_claimed(**Beneficiary(organisation=body.pk).where)
    found = [
        told
        for told in explained(body, on=on)
        if told.verdict is not Owed.NOT_OWED
        if (told.benefit.claim, told.subject.key) not in claimed
    ]
    return [_entitlement(told, claimed, str(body.kind)) for told in found[:SHOWN_AT_HOME]]


def explained(body: Organisation, *, on: date) -> list[Explanation]:
    """All of them that were not declined, what is owed first."""
    declined = offers.declined_by(Beneficiary(organisation=body.pk))
    found = [
        explain(benefit, subject, on=on)
        for benefit in benefits()
        if benefit.beneficiary == body.kind and not declined & {benefit.key, offers.EVERYTHING}
        for subject in benefit.subjects(str(body.pk), on)
    ]
    return sorted(found, key=lambda told: ORDER.index(told.verdict))


def _entitlement(
    told: Explanation, claimed: Mapping[tuple[str, str], str], area: str
) -> dict[str, Any]:
    benefit, folder = told.benefit, told.benefit.policy.path.parent
    number = claimed.get((benefit.claim, told.subject.key), "")
    return {
        "key": f"{benefit.key}-{told.subject.key}",
        "subject_key": told.subject.key,
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
        "case": reverse("cases:show_case", args=[number]) if number else "",
        **ways(told, area),
    }
