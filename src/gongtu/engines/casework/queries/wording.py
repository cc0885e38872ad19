"""Findings and remedies in the reader's language, as letters and pages say them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.registry import folder_of
from gongtu.engines.casework.speech import language, role_name, said
from gongtu.engines.casework.texts import say
from gongtu.engines.entitlement.asking import Finding, Ground, ParameterGround, Verdict
from gongtu.engines.entitlement.wording import Language, shown
from gongtu.law import Article

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


def documents_of(findings: Sequence[Finding]) -> list[str]:
    """The documents of the parameters that the findings rest on, once each."""
    grounds = (ground for found in findings for ground in found.grounds)
    named = (one.valued.document for one in grounds if isinstance(one, ParameterGround))
    return list(dict.fromkeys(filter(None, named)))


def place_in_words(place: Article, lang: Language) -> str:
    """条例第16条, or Article 16 of the Regulations."""
    if lang == "zh":
        return str(place)
    paragraph = f", paragraph {place.paragraph}" if place.paragraph else ""
    return f"Article {place.number}{paragraph} of the Regulations"


def refusal_in_words(found: Finding, procedure: str) -> str:
    """One unmet condition as a sentence: what must hold, and what was found."""
    condition, lang = found.condition, language()
    zh, folder = lang == "zh", folder_of(procedure)
    seen = [_ground(ground, lang, folder) for ground in found.grounds if ground.value is not None]
    gaps = [gap_in_words(g, procedure).rstrip("。.") for g in found.grounds if g.value is None]
    why = [
        part for part in (*seen, *gaps, say(condition.remedy, lang, folder).rstrip("。.")) if part
    ]
    place = place_in_words(condition.basis, lang)
    says, stop = say(condition.says, lang, folder), "。" if zh else ". "
    verdict = found.verdict.label if zh else VERDICTS_EN[found.verdict]
    told = f"{says}（{place}）：{verdict}" if zh else f"{says} ({place}): {verdict}"
    return stop.join([told, *([("；" if zh else "; ").join(why)] if why else []), ""]).rstrip(" ")


def gap_in_words(ground: Ground, procedure: str) -> str:
    """What is missing, and who decides it or keeps it."""
    label = said(ground.label, procedure)
    if isinstance(ground, ParameterGround):
        told = {"label": label, "who": role_name(ground.valued.decides)}
        return _("“%(label)s”待核，由%(who)s决定。") % told
    if ground.source:
        told = {"label": label, "source": said(ground.source, procedure)}
        return _("“%(label)s”尚无记录（%(source)s）。") % told
    return _("“%(label)s”尚无记录。") % {"label": label}


def grounds_in_words(grounds: Iterable[Ground], lang: Language, folder: Path) -> str:
    """What was looked at, in one line: 等级：技师；补贴标准·技师：2000元."""
    return ("；" if lang == "zh" else "; ").join(_ground(one, lang, folder) for one in grounds)


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
