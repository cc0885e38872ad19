"""What a draft would change, as its page tells it: words first, then tables with their figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.city.weighing import ELSEWHERE, NOT_KNOWN, Change, Level
from gongtu.engines.entitlement.explaining import Explanation, Owed
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.engines.entitlement.stories import Retold
from gongtu.oversight.workbench import Effect, Figures, Shown
from gongtu.policy.city import active_city
from gongtu.web.wording import labelled, listed, money, name_of, shown, title_of, told

WIDTH, LEFT, BAR, LINE = 340, 108, 10, 34  # of the picture, in its own units
FLOWS = (Change.GAINS, Change.LOSES, Change.MORE, Change.LESS)
COLUMNS = (Level.OWED, *FLOWS, Level.OWED_THEN)

AddressOf = Callable[[str, Change], str]


def effect_page(effect: Effect | None, address: AddressOf | None = None) -> dict[str, Any] | None:
    """The effect of a draft; None while the registers have not been read into columns yet."""
    if effect is None:
        return None
    return {
        "on": effect.on,
        "facts_on": effect.facts_on,
        "ahead": effect.on > effect.facts_on,
        "nothing": not effect.shown and not effect.left_out,
        "unchanged": bool(effect.shown) and not effect.changes_anything,
        "benefits": [_benefit(one, address) for one in effect.shown],
        "left_out": [
            {"title": title_of(get_benefit(key)), "why": why}
            for key, why in effect.left_out.items()
        ],
    }


def stories_page(stories: Sequence[Retold]) -> list[dict[str, Any]]:
    """Worked examples that come out otherwise, those that break on their own day first."""
    return [
        {
            "name": one.name,
            "benefit": title_of(one.benefit),
            "in_time": one.in_time,
            "on": one.before.on,
            "was": _verdict(one.before),
            "then": _verdict(one.after),
            "why": _why(one.after),
        }
        for one in sorted(stories, key=lambda one: not one.in_time)
    ]


def _verdict(told_: Explanation) -> str:
    words = {
        Owed.OWED: _("应当享受"),
        Owed.NOT_OWED: _("尚不符合"),
        Owed.UNKNOWN: _("尚不能确定"),
    }
    amount = f" {money(told_.amount)}" if told_.amount is not None else ""
    return words[told_.verdict] + amount


def _why(told_: Explanation) -> str:
    """What is missing by the draft; where nothing is, that every condition is met."""
    folder = told_.benefit.policy.path.parent
    return listed(labelled(gap.label, folder) for gap in told_.missing) or _("各项条件都符合")


def _benefit(one: Shown, address: AddressOf | None) -> dict[str, Any]:
    folder = one.benefit.policy.path.parent
    says = {c.key: told(c.says, folder) for c in one.benefit.conditions}
    return {
        "key": one.benefit.key,
        "title": title_of(one.benefit),
        "pays": one.benefit.amount is not None,
        "was": count_text(one.whole.counts[Level.OWED]),
        "then": count_text(one.whole.counts[Level.OWED_THEN]),
        **_money(one.whole),
        "direction": _direction(one.whole.difference),
        "changes": [
            {
                "label": _labels()[change],
                "count": count_text(one.whole.counts[change]),
                "address": address(one.benefit.key, change) if address else "",
            }
            for change in Change
            if one.whole.counts[change] != 0
        ],
        "tables": [_table(name, groups, one) for name, groups in one.groups.items()],
        "missed": [
            {"says": says[key], "was": count_text(was), "then": count_text(then)}
            for key, (was, then) in one.missed.items()
        ],
    }


def _table(name: str, groups: Mapping[Any, Figures], one: Shown) -> dict[str, Any]:
    pays = one.benefit.amount is not None
    rows = [_row(_group(name, group), figures) for group, figures in groups.items()]
    return {
        "id": f"{one.benefit.key}-{name}",
        "title": _titles()[name],
        "columns": _headings(),
        "rows": rows,
        "whole": _row(_("全市"), one.whole),
        "bars": _bars([(_group(name, group), each) for group, each in groups.items()], pays=pays),
        "of_money": pays,
    }


def _row(name: str, figures: Figures) -> dict[str, Any]:
    counts = [count_text(figures.counts[column]) for column in COLUMNS]
    return {"name": name, "cells": list(zip(_headings(), counts, strict=True)), **_money(figures)}


def _money(figures: Figures) -> dict[str, str]:
    return {
        "cost": money_text(figures.cost),
        "cost_then": money_text(figures.cost_then),
        "difference": money_text(figures.difference, signed=True),
    }


def _bars(rows: list[tuple[str, Figures]], *, pays: bool) -> dict[str, Any]:
    """Two bars a group, before and after, as long as their figures; none of what is hidden."""
    pairs = [
        (name, each.cost, each.cost_then)
        if pays
        else (name, each.counts[Level.OWED], each.counts[Level.OWED_THEN])
        for name, each in rows
    ]
    top = max((size for _name, *sizes in pairs for size in sizes if size), default=1)
    room = WIDTH - LEFT
    lines = [
        {
            "name": name,
            "text": str(place * LINE + 18),
            "was_at": str(place * LINE + 5),
            "then_at": str(place * LINE + 5 + BAR),
            "was": str((was or 0) * room // top),
            "then": str((then or 0) * room // top),
            "hidden": was is None or then is None,
        }
        for place, (name, was, then) in enumerate(pairs)
    ]
    return {"lines": lines, "box": f"0 0 {WIDTH} {len(lines) * LINE + 4}", "left": str(LEFT)}


def count_text(count: int | None) -> str:
    """A count, or that it is too small to be shown."""
    return _("不公布") if count is None else str(number_format(count, force_grouping=True))


def money_text(fen: int | None, *, signed: bool = False) -> str:
    """A sum; a difference with its sign."""
    if fen is None:
        return _("不公布")
    sign = ("+" if fen > 0 else "-" if fen < 0 else "") if signed else ""
    return sign + money(Yuan.of_fen(abs(fen) if signed else fen))


def _direction(difference: int | None) -> str:
    if difference is None:
        return ""
    return "more" if difference > 0 else "less" if difference < 0 else "same"


def _group(name: str, group: Any) -> str:
    if group == NOT_KNOWN:
        return _("不详")
    if group == ELSEWHERE:
        return _("没有对应的人员或者单位")
    if name == "division":
        names = {one.code: name_of(one) for one in active_city().divisions}
        return names.get(group, str(group))
    return shown(group)


def change_label(change: Change) -> str:
    """A change in words."""
    return _labels()[change]


def _labels() -> dict[Change, str]:
    return {
        Change.GAINS: _("新增应得"),
        Change.LOSES: _("不再应得"),
        Change.MORE: _("金额提高"),
        Change.LESS: _("金额降低"),
        Change.NEWLY_KNOWN: _("由不能确定变为可以确定"),
        Change.NEWLY_UNKNOWN: _("由可以确定变为不能确定"),
    }


def _headings() -> list[str]:
    changes = _labels()
    return [_("现行应得"), *(changes[flow] for flow in FLOWS), _("草案应得")]


def _titles() -> dict[str, str]:
    return {"division": _("按区域"), "grade": _("按等级"), "level": _("按层次")}
