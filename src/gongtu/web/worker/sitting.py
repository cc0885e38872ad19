"""Sessions a worker may register for, and those they sit or sat in."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.casework import services as casework
from gongtu.parties.queries import list_employers
from gongtu.registers.ladder.queries import Step, steps_across
from gongtu.registers.sittings import queries as sittings
from gongtu.registers.sittings import services
from gongtu.registers.sittings.queries import APPEAL
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries.coming import sessions_to_come
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.ladder_page import grade_title, holding_words
from gongtu.web.wording import mark_of, name_of

SHOWN = 50
MOODS = {True: "good", False: "bad", None: "wait"}


def act(request: Request) -> str:
    """Take a seat or give it back, as the form says; what is then told."""
    number, by, on = request.POST.get("number", ""), request.capacity, request.on
    if request.POST.get("act") == "give":
        services.give_back(number, by=by, on=on)
        return _("已退出报名，座位留给他人。")
    try:
        services.register(number, by=by, on=on)
    except services.AlreadyListed as done:
        return str(done)
    return _("报名成功，座位已经留给您；考场和座位号在评价以前抽定。")


def begin_appeal(number: str, person: Any, request: Request) -> None:
    """Start an appeal with what is on record, so that it is not asked again."""
    found = next((one for one in sittings.list_sat(person.id) if _number(one) == number), None)
    body = found.session.filing.assessor.organisation_id if found else ""
    known = {"session": number, "body": str(body)}
    casework.save_draft(APPEAL, known, by=request.capacity, on=request.on)


def _number(candidate: Any) -> str:
    return str(candidate.session.case_number)


def sessions_page(person: Any, on: date) -> dict[str, Any]:
    """What they may register for, with the ladder's word on it; their own, seat and result."""
    mine = list(sittings.list_sat(person.id)[:SHOWN])
    notices = sittings.on_notice([_number(one) for one in mine], on=on)
    coming = sessions_to_come(on).filter(pk__in=[one.session_id for one in mine])
    filed = set(coming.values_list("pk", flat=True))
    found = _registering(person, on)
    seats = _seats(mine, on)
    steps = steps_across(person.id, {_step(one) for one in found}, on=on)
    return {
        "open": [_open(one, steps[_step(one)], seats.get(_step(one))) for one in found],
        "mine": [_mine(one, notices, filed, on) for one in mine],
    }


def _registering(person: Any, on: date) -> list[Any]:
    """The nearest sessions of their employers, and for anybody, that they do not sit in yet."""
    employers = list_employers(person.id, on).values_list("pk", flat=True)
    sittings_open = sittings.list_open(list(employers), on=on)
    return list(sittings_open.exclude(session__candidates__person=person.id)[:SHOWN])


def _seats(mine: Collection[Any], on: date) -> dict[tuple[str, Grade], Any]:
    """The session still to come in which they sit, of each grade of an occupation."""
    return {_step(one): one.session for one in mine if _runs(one.session, on)}


def _runs(session: Any, on: date) -> bool:
    return bool(session.state == "planned" and on <= session.planned_on)


def _step(sitting: Any) -> tuple[str, Grade]:
    session = sitting.session
    return session.filing.occupation_id, Grade(session.grade)


def _open(sitting: Any, step: Step, seat: Any) -> dict[str, Any]:
    session, fits = sitting.session, step.is_open
    words = {True: _("可以申报"), False: _("尚不符合"), None: _("尚不能确定")}
    elsewhere = _("已报另一场") if seat else words[fits]
    return {
        **_session(session),
        "fits": _("已经持有") if step.holding else elsewhere,
        "mood": "" if step.holding or seat else MOODS[fits],
        "seat": seat,
        "holding": holding_words(step.holding),
        "left": max(sitting.capacity - sitting.taken, 0),
    }


def _mine(
    candidate: Any, notices: Collection[str], filed: Collection[int], on: date
) -> dict[str, Any]:
    session = candidate.session
    sitting = getattr(session, "sitting", None)
    ticket = sittings.ticket_of(candidate)
    seat = sittings.seats_in(sitting).get(ticket) if sitting else None
    words = {True: _("合格"), False: _("不合格"), None: ""}
    running = _runs(session, on)
    return {
        **_session(session),
        "ticket": ticket,
        "seat": _("%(room)s %(seat)s号") % {"room": seat[0], "seat": seat[1]} if seat else "",
        "theory": mark_of(candidate.theory),
        "practice": mark_of(candidate.practice),
        "result": words[candidate.passed],
        "mood": MOODS[candidate.passed],
        "may_appeal": candidate.passed is not None and session.case_number in notices,
        "rests": running and session.pk not in filed,
        "withheld": candidate.withheld,
        "not_held": _not_held(session),
        "may_give_back": bool(sitting and sitting.capacity) and running and seat is None,
    }


def _not_held(session: Any) -> str:
    """What ended the session before it led to anything; empty where nothing did."""
    words = {"cancelled": _("已取消"), "stopped": _("已被停止")}
    return words.get(session.state, "")


def _session(session: Any) -> dict[str, Any]:
    return {
        "number": session.case_number,
        "title": f"{session.assessed} · {grade_title(Grade(session.grade))}",
        "grade": label_of(Grade(session.grade)),
        "assessor": name_of(session.filing.assessor.organisation),
        "is_social": session.filing.assessor.is_social,
        "planned_on": session.planned_on,
        "place": session.place,
    }
