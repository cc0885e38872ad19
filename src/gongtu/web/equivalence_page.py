"""Rows of equivalence as pages show them, and what they come to for somebody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from gongtu.engines.entitlement.asking import Finding, Verdict
from gongtu.registers.equivalence import queries as equivalence
from gongtu.registers.equivalence.declare import Row, Rung, Statement
from gongtu.registers.equivalence.queries import Answer
from gongtu.registers.ladder.queries import full_on
from gongtu.web.chain_page import label_of
from gongtu.web.offers.explained import findings_page, gap_words
from gongtu.web.values_page import CONFIDENCE, value_row
from gongtu.web.wording import language, listed, place_of, told

NOT_CONFIRMED = gettext_noop("文号待核")
MOODS = {True: "good", False: "", None: "wait"}


def rung_words(rung: Rung) -> str:
    """The rung's name; a title says that it is one."""
    words = label_of(rung.words)
    return _("%(level)s职称") % {"level": words} if rung.side == "title" and rung.key else words


def row_page(row: Row, on: date) -> dict[str, Any]:
    """One row with what is stated of it on the day, if anything."""
    stated = row.on(on)
    return {
        "key": row.key,
        "address": reverse("public:show_equivalence", args=[row.key]),
        "source": rung_words(row.source),
        "target": rung_words(row.target),
        "direction": f"{label_of(row.source.side)} → {label_of(row.target.side)}",
        "gives": label_of(row.gives),
        "basis": place_of(row.basis),
        "article_address": reverse("public:show_article", args=[row.basis.number]),
        "rule": row.rule,
        "state": _state(row, on),
        "stated": statement_page(stated) if stated else None,
        "counts": [value_row(one, on) for one in equivalence.counts_of(row)],
    }


def statement_page(stated: Statement) -> dict[str, Any]:
    """What a document states, from when to when, and how sure it is."""
    english = language() == "en"
    return {
        "since": stated.since,
        "until": stated.until,
        "fields": listed(label_of(one) for one in stated.fields),
        "conditions": stated.conditions_en if english else stated.conditions,
        "instrument": stated.instrument_en if english else stated.instrument,
        "number": "" if stated.number in stated.instrument else _cited(stated.number),
        "source": stated.source_en if english else stated.source,
        "confidence": _(CONFIDENCE[stated.confidence]),
        "confirmed": stated.is_confirmed,
        "note": stated.note_en if english else stated.note,
    }


def told_page(row: Row, says: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its statement and counts as they were kept."""
    stated = says["statement"]
    since = date.fromisoformat(stated["since"])
    return {
        "title": f"{rung_words(row.source)} → {rung_words(row.target)}",
        "address": f"{reverse('public:show_equivalence', args=[row.key])}#since-{since}",
        "since": since,
        "instrument": _named(row, since) or stated["instrument"],
        "number": "" if stated["number"] in stated["instrument"] else _cited(stated["number"]),
        "rule": says["rule"],
        "counts": counts_kept(row, says),
    }


def counts_kept(row: Row, says: Mapping[str, Any]) -> list[str]:
    """The counts of years as they were kept, in the reader's words for their units."""
    if row.admits is None:
        return []
    folder = row.admits.policy.path.parent
    return [f"{one['value']} {told(one['unit'], folder)}" for one in says["counts"]]


def _named(row: Row, since: date) -> str:
    """The document's name in English for readers of it, while the row still states it."""
    stated = next((one for one in row.statements if one.since == since), None)
    return stated.instrument_en if stated and language() == "en" else ""


def _cited(number: str) -> str:
    """A number as the document has it, our remark on it in the reader's language."""
    return number.replace(NOT_CONFIRMED, _(NOT_CONFIRMED))


def answers_page(answers: Iterable[Answer]) -> list[dict[str, Any]]:
    """What opens first, then what is not known, then what does not hold yet."""
    order = {True: 0, None: 1, False: 2}
    ranked = sorted(answers, key=lambda one: order[one.opens])
    return [_answer(one) for one in ranked]


def _answer(answer: Answer) -> dict[str, Any]:
    row, explained = answer.row, answer.told
    folder = explained.benefit.policy.path.parent if explained else None
    findings = explained.findings if explained else ()
    return {
        "title": f"{label_of(row.gives)}{_('：')}{rung_words(row.target)}",
        "from": rung_words(row.source),
        "address": reverse("public:show_equivalence", args=[row.key]),
        "verdict": _verdict(answer),
        "mood": MOODS[answer.opens],
        "doubt": _doubt(answer),
        "findings": findings_page(findings, folder) if folder else [],
        "days": [_day(one, folder) for one in findings if folder and _is_awaited(one)],
        "missing": [gap_words(one, folder) for one in explained.missing]
        if explained and folder
        else [],
        "rule": row.rule,
        "stated": statement_page(answer.stated),
        "apply": _way_on(answer),
    }


def _is_awaited(finding: Finding) -> bool:
    return finding.verdict is Verdict.FAILS and full_on(finding) is not None


def _day(finding: Finding, folder: Any) -> dict[str, Any]:
    """When a count of years will be full, if the work goes on."""
    return {"says": told(finding.condition.says, folder), "on": full_on(finding)}


def _verdict(answer: Answer) -> str:
    if not answer.stated.is_confirmed:
        return _("待核")
    if answer.told is None and answer.opens is None:
        return _("条件由受理单位核对")
    words = {True: _("符合"), False: _("尚不符合"), None: _("尚不能确定")}
    return words[answer.opens]


def _doubt(answer: Answer) -> str:
    """Why a row may not be for the occupation, where that is so."""
    if answer.fits is False:
        return _("这个职业的标准所用的申报条件没有这一项。")
    if answer.fits is None:
        return _("这个职业的标准用哪一版申报条件没有确认依据，只有2023年版有这一项。")
    return ""


def _way_on(answer: Answer) -> dict[str, str]:
    """Where to apply, unless something is certainly missing."""
    if not answer.row.rule or answer.opens is False:
        return {}
    if answer.row.target.side == "title":
        key, label = "title-application", _("申报职称")
    else:
        key, label = "professional-assessment", _("申请参加技能评价")
    return {"address": reverse("public:show_guide", args=[key]), "label": label}


def _state(row: Row, on: date) -> dict[str, str]:
    """In force, not confirmed, over, or not begun."""
    if (stated := row.on(on)) is not None:
        if stated.is_confirmed:
            return {"label": _("现行有效"), "mood": "good"}
        return {"label": _("待核"), "mood": "wait"}
    ended = any(one.until is not None and one.until <= on for one in row.statements)
    return {"label": _("已经结束") if ended else _("尚未开始"), "mood": ""}
