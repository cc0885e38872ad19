"""The worker's own ladder: what holds of each option, what is missing, and from when it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gongtu.engines.entitlement.asking import Finding, Verdict
from gongtu.engines.entitlement.explaining import Explanation
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder.queries import Standing, Step, Way
from gongtu.web.chain_page import label_of
from gongtu.web.ladder_page import grade_title, holding_words, wording_words
from gongtu.web.offers.explained import findings_page, gap_words
from gongtu.web.wording import listed, title_of

MOODS = {True: "good", False: "", None: "wait"}
SHOWN = 2  # ways at once; the others one opens


def ladder_page(person: UUID, on: date) -> dict[str, Any]:
    """Every occupation worked or certified in, with the grades above the one held."""
    return {"standings": [_standing(one) for one in ladder.standings_of(person, on=on)]}


def _standing(standing: Standing) -> dict[str, Any]:
    code = standing.occupation.code
    return {
        "name": standing.occupation.name,
        "address": reverse("public:show_occupation", args=[code]),
        "held": grade_title(standing.held) if standing.held else "",
        "holding": holding_words(standing.holding),
        "wording": wording_words(standing.wording),
        "steps": [_step(step) for step in standing.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    ways = [_way(way) for way in step.ways]
    return {
        "title": grade_title(step.grade),
        "holding": holding_words(step.holding),
        "verdict": _("已经持有") if step.holding else _verdict(step.is_open),
        "mood": MOODS[step.is_open],
        "by_wording": _differing(step),
        "ways": ways[:SHOWN],
        "others": ways[SHOWN:],
        "nearest": _day(step),
    }


def _way(way: Way) -> dict[str, Any]:
    told, folder = way.told, way.told.benefit.policy.path.parent
    holding = sum(finding.verdict is Verdict.HOLDS for finding in told.findings)
    return {
        "title": title_of(told.benefit),
        "rule": told.benefit.key,
        "verdict": _verdict(way.opens),
        "mood": MOODS[way.opens],
        "met": _("%(met)s/%(all)s项条件符合") % {"met": holding, "all": len(told.findings)},
        "missing": list(_missing(told, folder)),
        "nearest": None if way.opens else told.nearest,
        "findings": findings_page(told.findings, folder),
    }


def _missing(told: Explanation, folder: Path) -> Iterator[str]:
    """What is missing, with the time where years are counted."""
    counts = {each.condition.says: each for each in told.findings if ladder.months_missing(each)}
    for gap in told.missing:
        found = counts.get(gap.label)
        yield gap_words(gap, folder) + (_time(found) if found else "")


def _time(finding: Finding) -> str:
    """How much is missing of a count of years, and the day it is full while the work goes on."""
    span, full = ladder.span_of(ladder.months_missing(finding)), ladder.full_on(finding)
    if full is None:
        return _("（还差%(span)s）") % {"span": span}
    day = date_format(full, "DATE_FORMAT")
    return _("（还差%(span)s，一直工作的话%(day)s符合）") % {"span": span, "day": day}


def _day(step: Step) -> date | None:
    """The first day on which some way opens by itself, in whichever wording applies."""
    if step.holding or step.is_open or len(step.by_wording) > 1:
        return None
    return step.nearest.told.nearest


def _differing(step: Step) -> str:
    """What each wording says, where both may apply."""
    if step.holding or len(step.by_wording) == 1:
        return ""
    return listed(
        _("按%(wording)s%(verdict)s") % {"wording": label_of(wording), "verdict": _verdict(opens)}
        for wording, opens in step.by_wording.items()
    )


def _verdict(opens: bool | None) -> str:
    words = {True: _("可以申报"), False: _("尚不符合"), None: _("尚不能确定")}
    return words[opens]
