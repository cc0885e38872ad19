"""Where the ladder is clogged, as the desk shows it: by occupation, then by grade and condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.parties.queries import list_divisions
from gongtu.policy.shared import platform
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder.choices import Wait
from gongtu.registers.ladder.declare import the_ladder
from gongtu.registers.ladder.queries import Clog, Worst
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import names_of_occupations
from gongtu.web.chain_page import label_of
from gongtu.web.desk.offers import offers_page
from gongtu.web.http import Request
from gongtu.web.wording import name_of, told

SHOWN = 100
WIDTH = 320  # of the longest bar, in the picture's own units


def list_page(request: Request) -> dict[str, Any]:
    """The occupations of the officer's area in which most people wait."""
    by, on = request.capacity, request.on
    counted = ladder.counted_on(by=by, on=on)
    waiting = list(ladder.count_waiting(by=by, on=on).items())[:SHOWN]
    names = names_of_occupations(code for code, _n in waiting)
    worst = ladder.worst_of([code for code, _n in waiting], by=by, on=on)
    return {
        "counted_on": counted,
        "least": platform.count("minimum_cell", on=on),
        "occupations": [
            {
                "name": names[code],
                "people": people,
                "address": reverse("desk:show_clogs", args=[code]) if people else "",
                "worst": _worst(worst[code]) if code in worst else None,
            }
            for code, people in waiting
        ],
    }


def _worst(one: Worst) -> dict[str, Any]:
    return {"wait": label_of(one.wait), "grade": label_of(one.grade), "people": one.people}


def show_page(code: str, request: Request) -> dict[str, Any]:
    """One occupation: what people wait on, grade by grade, beside what is on offer."""
    by, on = request.capacity, request.on
    counted = ladder.counted_on(by=by, on=on)
    occupation = ladder.get_occupation(code)
    clogs, together = ladder.clogs_of(code, by=by, on=on)
    return {
        "occupation": {"code": code, "name": occupation.name},
        "counted_on": counted,
        "least": platform.count("minimum_cell", on=on),
        "is_worded": ladder.wording_of(code, on=on) is not None,
        "grades": [_grade(grade, n, clogs) for grade, n in together.items()],
        "offers": offers_page(code, list(together), request),
        "divisions": _divisions(ladder.count_by_division(code, by=by, on=on)),
    }


def _grade(grade: Grade, people: int | None, clogs: Iterable[Clog]) -> dict[str, Any]:
    """Everything waited on for one grade, the most first and what is hidden last."""
    waits = sorted((one for one in clogs if one.people[grade] != 0), key=_most(grade))
    longest = max((one.people[grade] or 0 for one in waits), default=0) or 1
    return {
        "label": label_of(grade),
        "people": people,
        "waits": [_wait(one, one.people[grade], longest) for one in waits],
    }


def _most(grade: Grade) -> Callable[[Clog], tuple[int, int]]:
    order = list(Wait)
    return lambda one: (-(one.people[grade] or 0), order.index(one.wait))


def _wait(one: Clog, people: int | None, longest: int) -> dict[str, Any]:
    return {
        "label": label_of(one.wait),
        "rule": one.rule,
        "says": _says(one.wait, one.rule),
        "people": people,
        "width": round(WIDTH * (people or 0) / longest),
    }


def _divisions(counts: Mapping[str, int | None]) -> list[dict[str, Any]]:
    """Where they work, if in several places."""
    if len(counts) == 1:
        return []
    places = list_divisions().in_bulk(list(counts))
    return [{"name": name_of(places[code]), "people": n} for code, n in counts.items()]


def _says(wait: Wait, rule: str) -> list[str]:
    """The conditions of the option waited on, or what comes first."""
    if wait is Wait.BRIDGE:
        return [_("先取得职称") if rule.startswith("title-") else _("先取得学历")]
    option = next((one for one in the_ladder().options if one.admits.key == rule), None)
    if option is None:
        return []
    folder = option.admits.policy.path.parent
    return [told(condition.says, folder) for condition in option.admits.conditions]
