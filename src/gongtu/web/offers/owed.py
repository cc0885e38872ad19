"""What the law owes, and was not declined; with reasons on the page of an organisation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.casework.queries import list_claimed
from gongtu.engines.entitlement.explaining import Explanation, Owed, explain
from gongtu.engines.entitlement.registry import benefits
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import ENTERPRISE, SCHOOL, Role
from gongtu.registers.funds import queries as funds
from gongtu.registers.offers import queries as offers
from gongtu.registers.offers.declare import Beneficiary
from gongtu.web.offers.explained import (
    TAGS,
    findings_page,
    gap_words,
    grounds_page,
    verdict_words,
    ways,
)
from gongtu.web.shell import home_entry
from gongtu.web.wording import language, money, place_of, title_of, titled

SHOWN, SHOWN_AT_HOME = 40, 5
ORDER = (Owed.OWED, Owed.UNKNOWN, Owed.NOT_OWED)
Claimed = Mapping[tuple[str, str], str]


def owed_page(by: Capacity, *, on: date) -> dict[str, Any]:
    """Each benefit for each thing it may be owed for: owed, then not known, then not owed.

    Raises:
        NotEntitled: The reader acts for no enterprise or school.
    """
    if by.role not in (ENTERPRISE, SCHOOL):
        raise NotEntitled(_("这是企业和院校经办人的页面。请在“我的账户与身份”中切换身份。"))
    whose = offers.beneficiary_of(by)
    found, claimed = explained(whose, by.role, on=on), list_claimed(**whose.where)
    return {
        "home": home_entry(by.role),
        "entitlements": [_entitlement(told, claimed) for told in found[:SHOWN]],
        "more": max(len(found) - SHOWN, 0),
    }


def owed_at_home(by: Capacity, *, on: date) -> list[dict[str, Any]]:
    """What is owed and not claimed yet, then what waits for somebody's decision; a few."""
    whose = offers.beneficiary_of(by)
    claimed = list_claimed(**whose.where)
    found = [
        told
        for told in explained(whose, by.role, on=on)
        if told.verdict is not Owed.NOT_OWED
        if (told.benefit.claim, told.subject.key) not in claimed
    ]
    return [_entitlement(told, claimed) for told in found[:SHOWN_AT_HOME]]


def explained(whose: Beneficiary, role: Role, *, on: date) -> list[Explanation]:
    """All that such as they may be owed and did not decline, what is owed first."""
    declined = offers.declined_by(whose)
    found = [
        explain(benefit, subject, on=on)
        for benefit in benefits()
        if benefit.beneficiary is role and not declined & {benefit.key, offers.EVERYTHING}
        for subject in benefit.subjects(whose.key, on)
    ]
    return sorted(found, key=lambda told: ORDER.index(told.verdict))


def _entitlement(told: Explanation, claimed: Claimed) -> dict[str, Any]:
    benefit, folder = told.benefit, told.benefit.policy.path.parent
    number = claimed.get((benefit.claim, told.subject.key), "")
    return {
        "key": f"{benefit.key}-{told.subject.key}",
        "subject_key": told.subject.key,
        "title": title_of(benefit),
        "subject": titled(told.subject.title),
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
        **ways(told),
    }
