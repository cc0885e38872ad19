"""Checks of 甲公司, as far as a test needs them."""

from __future__ import annotations

from datetime import date
from typing import Any

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.parties.capacity import Capacity
from tests.cast import DAY, Cast
from tests.factories.cases import PDF

LATER = date(2026, 9, 30)


def move(case: Case, key: str, by: Capacity, on: date = DAY, reason: str = "", **told: Any) -> Case:
    """One move of a case."""
    return casework.make_move(case.number, key, answers=told, by=by, on=on, reason=reason)


def opened(cast: Cast, *, chosen: str = "lead", body: str = "works") -> Case:
    """刘科长 opens a check; nobody outside the office hears of it."""
    told = {"body": str(cast.bodies[body].pk), "kind": "site", "chosen": chosen}
    return casework.open_case("assessment-check", answers=told, by=cast.liu, on=DAY)


def told(cast: Cast, *, sessions: int = 1, certificates: int = 1) -> Case:
    """Two officers looked and found one thing; 甲公司 is told."""
    case = opened(cast)
    visit = {"checked_on": DAY, "sessions": sessions, "certificates": certificates}
    move(case, "begin", cast.liu, **visit)
    move(case, "join", cast.sun)
    casework.attach(case.number, PDF, "现场照片.pdf", by=cast.liu, on=DAY)
    found = {"ground": "marks", "severity": "grave", "told": "评分表没有签名。"}
    move(case, "note", cast.liu, **found, evidence="现场照片.pdf")
    return move(case, "tell", cast.liu, answer_by=date(2026, 9, 10))


def weighed(cast: Cast) -> Case:
    """甲公司 accepts what was found."""
    case = told(cast)
    move(case, "answer", cast.clerk, finding=1, stance="accepted")
    return move(case, "hand_in", cast.clerk)


def heard(cast: Cast, *, step: str = "suspension") -> Case:
    """刘科长 proposes a measure, and 甲公司 is heard on it."""
    case = weighed(cast)
    move(case, "propose", cast.liu, step=step, grounds="评分不实。", hear_by=date(2026, 9, 10))
    return move(case, "state", cast.clerk, statement="已补签。")


def suspended(cast: Cast) -> Case:
    """孙科长 decides on the suspension."""
    return move(heard(cast), "suspend", cast.sun, decided_for="属实。")


def planned(cast: Cast, *, adopt: bool = True) -> Case:
    """The office's plan of the year, with every body drawn."""
    case = casework.open_case("assessment-plan", answers={"year": 2026}, by=cast.liu, on=DAY)
    move(case, "draw", cast.liu, percent=100)
    return move(case, "adopt", cast.liu) if adopt else case


def checked(cast: Cast) -> Case:
    """A plan of which everything was done: all it drew was checked, and nothing found."""
    plan, check = planned(cast), opened(cast, chosen="drawn")
    move(check, "begin", cast.liu, checked_on=DAY, sessions=0, certificates=0)
    move(check, "join", cast.sun)
    move(check, "clear", cast.liu)
    return plan


def complained(cast: Cast) -> Case:
    """小李 complains about 甲公司."""
    told = {"body": str(cast.bodies["works"].pk), "ground": "marks", "told": "没有人在场打分。"}
    return casework.open_case("assessment-complaint", answers=told, by=cast.li, on=DAY)
