"""What the law owes somebody, in words: how it came out, on what grounds, what to do about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.engines.entitlement.asking import FactGround, Finding, Ground, Verdict
from gongtu.engines.entitlement.explaining import Explanation, Missing, Owed
from gongtu.parties.roles import Role
from gongtu.registers.offers import queries as offered
from gongtu.web.chain_page import label_of
from gongtu.web.wording import labelled, language, place_of, shown, told

TAGS = {Owed.OWED: "good", Owed.UNKNOWN: "wait", Owed.NOT_OWED: "bad"}


def ways(told_: Explanation) -> dict[str, str]:
    """What may be done about it: claimed by one tap or by a form, and declined."""
    if told_.verdict is not Owed.OWED or not told_.benefit.claim:
        return {"claim": "", "form": "", "decline": ""}
    benefit, procedure = offered.procedure_of(told_.benefit.key)
    tap = offered.is_filled_by_record(procedure)
    return {
        "claim": reverse("offers:claim", args=[benefit.key]) if tap else "",
        "form": "" if tap else reverse("cases:start_case", args=[procedure.key]),
        "decline": reverse("offers:decline", args=[benefit.key]),
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


def _verdicts() -> dict[Verdict, str]:
    return {
        Verdict.HOLDS: _("符合"),
        Verdict.FAILS: _("不符合"),
        Verdict.UNKNOWN: _("尚不能确定"),
    }
