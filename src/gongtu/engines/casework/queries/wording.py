"""Findings and remedies in the reader's language, as letters and pages say them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.texts import say
from gongtu.engines.entitlement.asking import Finding, Ground, ParameterGround, Verdict
from gongtu.engines.entitlement.wording import Language, shown
from gongtu.law import Article
from gongtu.parties.roles import Role

VERDICTS_EN = {Verdict.HOLDS: "met", Verdict.FAILS: "not met", Verdict.UNKNOWN: "not known yet"}


def in_words(found: Finding, lang: Language, folder: Path) -> dict[str, Any]:
    """One finding: `says`, `basis`, `verdict` and the `grounds`, each a line."""
    zh = lang == "zh"
    return {
        "says": say(found.condition.says, lang, folder),
        "basis": place_in_words(found.condition.basis, lang),
        "verdict": found.verdict.label if zh else VERDICTS_EN[found.verdict],
        "grounds": [_ground(ground, lang, folder) for ground in found.grounds],
    }


def place_in_words(place: Article, lang: Language) -> str:
    """条例第16条, or Article 16 of the Regulations."""
    if lang == "zh":
        return str(place)
    paragraph = f", paragraph {place.paragraph}" if place.paragraph else ""
    return f"Article {place.number}{paragraph} of the Regulations"


def refusal_in_words(found: Finding) -> str:
    """One unmet condition as a sentence: what must hold, and what was found."""
    grounds = "；".join(gap_in_words(g)[:-1] for g in found.grounds if g.value is None)
    seen = "；".join(
        f"{g.label}：{shown(g.value, g.unit)}" for g in found.grounds if g.value is not None
    )
    why = "；".join(part for part in (seen, grounds, found.condition.remedy.rstrip("。")) if part)
    told = f"{found.condition.says}（{found.condition.basis}）：{found.verdict.label}"
    return f"{told}。{why}。" if why else f"{told}。"


def gap_in_words(ground: Ground) -> str:
    """What is missing, and who decides it or keeps it."""
    if isinstance(ground, ParameterGround):
        who = Role(ground.valued.decides).label
        return f"“{ground.label}”待核，由{who}决定。"
    return f"“{ground.label}”尚无记录" + (f"（{ground.source}）。" if ground.source else "。")


def _ground(ground: Ground, lang: Language, folder: Path) -> str:
    def told(text: str) -> str:
        return say(text, lang, folder)

    unknown = "待核" if lang == "zh" else "to be confirmed"
    value = unknown if ground.value is None else shown(ground.value, ground.unit, lang, told)
    return f"{told(ground.label)}{'：' if lang == 'zh' else ': '}{value}"


def remedy_of(procedure: Procedure, lang: Language, *, on: date) -> str:
    """What somebody may do who does not agree, with its term; 待核 while the term is unknown."""
    again = procedure.reconsideration
    if again is None:
        return ""
    within = procedure.policy.value(again.within, on=on)
    if lang == "zh":
        term = f"{within.value}{within.unit}" if within.value is not None else "规定期限（待核）"
        return f"对本决定有异议的，可以在办结之日起{term}内通过本平台申请复核，复核由其他人员办理。"
    units = {"日": "days", "工作日": "working days", "月": "months"}
    known = within.value is not None
    term = f"{within.value} {units[within.unit]}" if known else "the term set (to be confirmed)"
    return (
        f"If you disagree, you may ask on this platform, within {term} of the decision, "
        "to have it reconsidered by somebody else."
    )
