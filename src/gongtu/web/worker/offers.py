"""What the law owes one worker, as the page shows it: amount, why, what is missing, one tap."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from gongtu.engines.casework import queries as cases
from gongtu.engines.entitlement.asking import FactGround, Ground
from gongtu.engines.entitlement.declare import Benefit, Subject
from gongtu.engines.entitlement.explaining import Explanation, Owed, explain
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.parties.roles import WORKER
from gongtu.registers.funds import queries as funds
from gongtu.registers.offers.declare import Beneficiary
from gongtu.web.offers.explained import TAGS, gap_words, verdict_words, ways
from gongtu.web.offers.owed import explained
from gongtu.web.wording import language, money, place_of, title_of, titled, told

MOODS = {Owed.OWED: "owed", Owed.UNKNOWN: "wait", Owed.NOT_OWED: ""}


def sorted_offers(person: UUID, on: date) -> dict[str, list[dict[str, Any]]]:
    """`offers`: owed, then what waits for somebody's decision; `others`: not owed, with why.

    What is claimed already is a case, and stands among the cases; what was declined is left out.
    """
    whose = Beneficiary(person=person)
    claimed = cases.list_claimed(**whose.where)
    found = [
        told
        for told in explained(whose, WORKER, on=on)
        if (told.benefit.claim, told.subject.key) not in claimed
    ]
    return {
        "offers": [offer(told) for told in found if told.verdict is not Owed.NOT_OWED],
        "others": [offer(told) for told in found if told.verdict is Owed.NOT_OWED],
    }


def explanation_of(person: UUID, key: str, subject_key: str, on: date) -> Explanation | None:
    """One benefit explained for one of the worker's own subjects; None where it is not theirs."""
    benefit = get_benefit(key)
    subject = _subject(benefit, person, subject_key, on)
    return None if subject is None else explain(benefit, subject, on=on)


def offer(told_: Explanation) -> dict[str, Any]:
    """One card."""
    benefit, folder = told_.benefit, told_.benefit.policy.path.parent
    address = reverse("worker:show_entitlement", args=[benefit.key, told_.subject.key])
    return {
        "key": told_.subject.key,
        "title": title_of(benefit),
        "subject": titled(told_.subject.title),
        "amount": money(told_.amount) if told_.amount else "",
        "gives": told(benefit.gives, folder),
        "verdict": verdict_words(told_.verdict),
        "tag": TAGS[told_.verdict],
        "mood": MOODS[told_.verdict],
        "missing": [gap_words(gap, folder) for gap in told_.missing],
        "document": told(_document(told_.amount_grounds), folder),
        "fund": funds.fund_name(benefit.fund, language()) if benefit.fund else "",
        "basis": place_of(benefit.basis[0]),
        "article_address": reverse("public:show_article", args=[benefit.basis[0].number]),
        "address": address,
        "nearest": told_.nearest,
        **ways(told_),
    }


def _document(grounds: tuple[Ground, ...]) -> str:
    sources = [ground.source for ground in grounds if not isinstance(ground, FactGround)]
    return sources[0] if sources else ""


def _subject(benefit: Benefit, person: UUID, key: str, on: date) -> Subject | None:
    return next((s for s in benefit.subjects(str(person), on) if s.key == key), None)
