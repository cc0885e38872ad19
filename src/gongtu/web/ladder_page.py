"""The conditions of the ladder as pages show them, of an occupation or of somebody in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.speech import said
from gongtu.engines.entitlement.declare import Condition
from gongtu.engines.entitlement.expressions import Parameter
from gongtu.policy import Policy
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.ladder.declare import GRADE, TITLE, Option, the_ladder
from gongtu.registers.ladder.queries import Aim, Leg
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries.held import Holding
from gongtu.registers.titles.choices import TitleLevel
from gongtu.web.chain_page import label_of
from gongtu.web.values_page import value_row
from gongtu.web.wording import told


def steps_of(occupation: str, on: date) -> list[dict[str, Any]]:
    """Each grade one applies for, with the options of the wordings that may apply."""
    return [
        {"title": grade_title(grade), "wordings": _by_wording(occupation, grade, on)}
        for grade in the_ladder().grades
    ]


def grade_title(grade: Grade) -> str:
    """三级/高级工, or level 3, senior worker."""
    return said(grade.words)


def leg_words(leg: Leg) -> str:
    """What one step of a way comes to."""
    rung = rung_words(Aim(leg.move.track, leg.move.target))
    if leg.move.key.startswith("begin-"):
        return _("开始在职学习：%(what)s") % {"what": rung}
    return _("取得%(what)s") % {"what": rung}


def rung_words(aim: Aim) -> str:
    """三级/高级工, 助理级职称, 大专学历."""
    if aim.track == GRADE:
        return grade_title(Grade(aim.rung))
    if aim.track == TITLE:
        return level_words(TitleLevel(aim.rung))
    return schooling_words(aim.rung)


def level_words(level: TitleLevel) -> str:
    """助理级职称."""
    return _("%(level)s职称") % {"level": label_of(level)}


def schooling_words(rung: str) -> str:
    """A schooling that one may study for beside work."""
    words = {"secondary": _("中等职业学历"), "college": _("大专学历")}
    return words[rung.removeprefix("studying-")]


def wording_words(row: Any) -> dict[str, Any]:
    """Which wording a standard uses since when, by which source; or that it is 待核."""
    if row is None:
        return {"known": False, "label": _("待核")}
    return {
        "known": True,
        "label": label_of(Wording(row.wording)),
        "since": row.since,
        "standard": row.standard,
        "source": row.source,
        "note": row.note,
    }


def holding_words(holding: Holding | None) -> dict[str, Any] | None:
    """The certificate by which a grade is held, and since when."""
    if holding is None:
        return None
    return {
        "number": holding.number,
        "address": reverse("worker:show_certificate", args=[holding.number]),
        "since": holding.since,
        "suspended": holding.is_suspended,
    }


def _by_wording(occupation: str, grade: Grade, on: date) -> list[dict[str, Any]]:
    options = ladder.options_for(occupation, grade, on=on)
    wordings = dict.fromkeys(one.wording for one in options)
    return [
        {
            "label": label_of(wording),
            "options": [_option(one, on) for one in options if one.wording is wording],
        }
        for wording in wordings
    ]


def _option(option: Option, on: date) -> dict[str, Any]:
    admits = option.admits
    return {
        "key": admits.key,
        "conditions": [_condition(one, admits.policy, on) for one in admits.conditions],
    }


def _condition(condition: Condition, policy: Policy, on: date) -> dict[str, Any]:
    named = (node.name for node in condition.holds.walk() if isinstance(node, Parameter))
    return {
        "says": told(condition.says, policy.path.parent),
        "numbers": [value_row(policy[name], on) for name in dict.fromkeys(named)],
    }
