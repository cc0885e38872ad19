"""Where the ladder is clogged, as the desk shows it: by occupation, then by grade and condition."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.policy.shared import platform
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder.choices import Wait
from gongtu.registers.ladder.declare import the_ladder
from gongtu.registers.skills.queries import names_of_occupations
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.wording import told

SHOWN = 100


def list_page(request: Request) -> dict[str, Any]:
    """The occupations of the officer's area in which most people wait."""
    by, on = request.capacity, request.on
    counted = ladder.counted_on(by=by, on=on)
    waiting = list(ladder.count_waiting(by=by, on=on).items())[:SHOWN]
    names = names_of_occupations(code for code, _n in waiting)
    return {
        "counted_on": counted,
        "least": platform.count("minimum_cell", on=on),
        "occupations": [
            {
                "name": names[code],
                "people": people,
                "address": reverse("desk:show_clogs", args=[code]) if people else "",
            }
            for code, people in waiting
        ],
    }


def show_page(code: str, request: Request) -> dict[str, Any]:
    """One occupation: what people wait on, grade by grade."""
    by, on = request.capacity, request.on
    counted = ladder.counted_on(by=by, on=on)
    occupation = ladder.get_occupation(code)
    clogs, together = ladder.clogs_of(code, by=by, on=on)
    return {
        "occupation": {"code": code, "name": occupation.name},
        "counted_on": counted,
        "least": platform.count("minimum_cell", on=on),
        "is_worded": ladder.wording_of(code, on=on) is not None,
        "grades": [label_of(grade) for grade in together],
        "together": list(together.values()),
        "clogs": [
            {
                "wait": label_of(one.wait),
                "rule": one.rule,
                "says": _says(one.wait, one.rule),
                "people": [one.people[grade] for grade in together],
            }
            for one in sorted(clogs, key=lambda one: list(Wait).index(one.wait))
        ],
    }


def _says(wait: Wait, rule: str) -> list[str]:
    """The conditions of the option waited on, or what comes first."""
    if wait is Wait.BRIDGE:
        return [_("先取得职称") if rule.startswith("title-") else _("先取得学历")]
    option = next((one for one in the_ladder().options if one.admits.key == rule), None)
    if option is None:
        return []
    folder = option.admits.policy.path.parent
    return [told(condition.says, folder) for condition in option.admits.conditions]
