"""What the law owes one worker, as the page shows it: amount, why, what is missing, one tap."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.casework import queries as cases
from gongtu.engines.entitlement.asking import FactGround, Finding, Ground, Verdict
from gongtu.engines.entitlement.declare import Benefit, Subject
from gongtu.engines.entitlement.explaining import Explanation, Missing, Owed, explain
from gongtu.engines.entitlement.registry import benefits, get_benefit
from gongtu.parties.roles import Role
from gongtu.registers.funds import queries as funds
from gongtu.registers.offers import queries as offered
from gongtu.registers.offers.declare import Beneficiary
from gongtu.web.chain_page import label_of
from gongtu.web.wording import (
    labelled,
    language,
    money,
    place_of,
    shown,
    title_of,
    titled,
    told,
)

TAGS = {Owed.OWED: "good", Owed.UNKNOWN: "wait", Owed.NOT_OWED: "bad"}
MOODS = {Owed.OWED: "owed", Owed.UNKNOWN: "wait", Owed.NOT_OWED: ""}


def sorted_offers(person: UUID, on: date) -> dict[str, list[dict[str, Any]]]:
    """`offers`: owed, then what waits for somebody's decision; `others`: not owed, with why.

    What is claimed already is a case, and stands among the cases; what was declined is left out.
    """
    whose = Beneficiary(person=person)
    claimed, declined = cases.list_claimed(**whose.where), offered.declined_by(whose)
    found = [
        explain(benefit, subject, on=on)
        for benefit in benefits()
        if benefit.beneficiary is Role.WORKER and not declined & {benefit.key, ""}
        for subject in benefit.subjects(str(person), on)
        if (benefit.claim, subject.key) not in claimed
    ]
    owed = [told for told in found if told.verdict is Owed.OWED]
    unknown = [told for told in found if told.verdict is Owed.UNKNOWN]
    others = [told for told in found if told.verdict is Owed.NOT_OWED]
    return {
        "offers": [offer(told) for told in (*owed, *unknown)],
        "others": [offer(told) for told in others],
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
        "subject": titled(told_.subject),
        "amount": money(told_.amount) if told_.amount else "",
        "gives": told(benefit.gives, folder),
        "verdict": verdict_words(told_.verdict),
        "tag": TAGS[told_.verdict],
        "mood": MOODS[told_.verdict],
        "missing": [gap_words(gap, folder) for gap in told_.missing],
        "document": _document(told_.amount_grounds),
        "fund": funds.fund_name(benefit.fund, language()) if benefit.fund else "",
        "basis": place_of(benefit.basis[0]),
        "article_address": reverse("public:show_article", args=[benefit.basis[0].number]),
        "address": address,
        "nearest": told_.nearest,
        **ways(told_, "worker"),
    }


def ways(told_: Explanation, area: str) -> dict[str, str]:
    """What may be done about it: claimed by one tap or by a form, and declined."""
    if not _is_owed(told_) or not told_.benefit.claim:
        return {"claim": "", "form": "", "decline": ""}
    benefit, procedure = offered.procedure_of(told_.benefit.key)
    tap = offered.is_filled_by_record(procedure)
    return {
        "claim": reverse(f"{area}:claim", args=[benefit.key]) if tap else "",
        "form": "" if tap else reverse("cases:start_case", args=[procedure.key]),
        "decline": reverse(f"{area}:decline", args=[benefit.key]),
    }


def findings_page(findings: tuple[Finding, ...], folder: Path) -> list[dict[str, Any]]:
    """Each condition with how it came out and on what grounds."""
    return [
        {
            "says": told(finding.condition.says, folder),
            "verdict": finding.verdict.value,
            "verdict_label": _verdicts()[finding.verdict],
            "grounds": grounds_page(finding.grounds, folder),
            "basis": place_of(finding.condition.basis),
            "article_address": reverse(
                "public:show_article", args=[finding.condition.basis.number]
            ),
            "remedy": told(finding.condition.remedy, folder),
        }
        for finding in findings
    ]


def _verdicts() -> dict[Verdict, str]:
    return {
        Verdict.HOLDS: _("符合"),
        Verdict.FAILS: _("不符合"),
        Verdict.UNKNOWN: _("尚不能确定"),
    }


def grounds_page(grounds: tuple[Ground, ...], folder: Path) -> list[str]:
    """The facts and parameters looked at, each with value, unit and source."""
    return [_ground(ground, folder) for ground in grounds]


def _ground(ground: Ground, folder: Path) -> str:
    unknown = _("未登记") if isinstance(ground, FactGround) else _("待核")
    unit = told(ground.unit, folder)
    gap = " " if language() == "en" else ""
    value = unknown if ground.value is None else f"{shown(ground.value)}{gap}{unit}".strip()
    return _("%(label)s：%(value)s（%(source)s）") % {
        "label": labelled(ground.label, folder),
        "value": value,
        "source": told(ground.source, folder),
    }


def gap_words(gap: Missing, folder: Path) -> str:
    """One thing that is missing, and who decides or keeps it."""
    label = labelled(gap.label, folder)
    if gap.who_decides:
        who = label_of(Role(gap.who_decides))
        return _("“%(label)s”待核，由%(who)s决定。") % {"label": label, "who": who}
    if gap.source:
        return _("缺少“%(label)s”的登记（%(source)s）。") % {
            "label": label,
            "source": told(gap.source, folder),
        }
    if gap.remedy:
        return _("%(label)s：%(remedy)s") % {"label": label, "remedy": told(gap.remedy, folder)}
    return label


def verdict_words(verdict: Owed) -> str:
    """Whether it is owed, in the reader's language."""
    labels = {
        Owed.OWED: _("应当享受"),
        Owed.UNKNOWN: _("尚不能确定"),
        Owed.NOT_OWED: _("尚不符合"),
    }
    return labels[verdict]


def _document(grounds: tuple[Ground, ...]) -> str:
    sources = [ground.source for ground in grounds if not isinstance(ground, FactGround)]
    return sources[0] if sources else ""


def _is_owed(told_: Explanation) -> bool:
    return told_.verdict is Owed.OWED


def _subject(benefit: Benefit, person: UUID, key: str, on: date) -> Subject | None:
    return next((s for s in benefit.subjects(str(person), on) if s.key == key), None)
