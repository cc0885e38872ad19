"""One enterprise that grows and changes hands, for the tests of duties."""

from datetime import date
from typing import Any

from gongtu.base.periods import Period
from gongtu.engines.entitlement.declare import Facts, Known, fact, parameter
from gongtu.engines.entitlement.duties.asking import Asked, ask
from gongtu.engines.entitlement.duties.declare import Condition, Duty, Past, end_of_turn
from gongtu.engines.entitlement.expressions import TODAY
from gongtu.law import article
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy import Policy

LAW = Period(date(2026, 3, 1))
POLICY = Policy.beside(__file__)
ART = article(6)


class Works(Facts, of="enterprise"):
    people = fact(int, "职工人数", unit="人", source="登记")
    state_owned = fact(bool, "国有企业", source="登记")
    held_on = fact(date, "召开日期", source="填报")
    asked_on = fact(date, "询问日期", daily=True)


LARGE = Condition("达到规模", ART, Works.people >= parameter("line"), "large")
STATE = Condition("国有企业", ART, Works.state_owned, "state-owned")
HELD = Condition("已召开", ART, Works.held_on <= TODAY, "held")


def duty(**more: Any) -> Duty:
    """A duty on every enterprise, unless it is said otherwise."""
    told = {
        "key": "sample-duty",
        "title": "样例义务",
        "basis": (ART,),
        "fulfils": ("sample",),
        "bearer": ENTERPRISE,
        "past": past(),
        "policy": POLICY,
    }
    return Duty(**{**told, **more})


def past(*told: tuple[date, dict[str, Any]], until: date | None = None, since: date | None = None):
    """The way to one enterprise, of which the rows tell what is known from each day on."""

    def facts(day: date) -> dict[str, Known]:
        held = [row for since_, row in told if since_ <= day]
        return Works.recorded(**held[-1]) if held else {}

    days = tuple(day for day, _ in told)
    first = since or min((*days, date(2020, 1, 1)))
    found = Past("works:1", "甲公司", first, until, days, facts)
    return lambda _bearer, _on: found


def asked(wanted: Duty, on: date = date(2026, 9, 1), law: Period = LAW) -> Asked:
    """The duty, asked of the enterprise on a day."""
    (found,) = ask([wanted], "works:1", on=on, law=law)
    return found


__all__ = ["ART", "HELD", "LARGE", "STATE", "Works", "asked", "duty", "end_of_turn", "past"]
