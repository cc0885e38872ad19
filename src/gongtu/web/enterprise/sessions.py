"""Assessment sessions as their pages show them, and the moves their forms make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.declare import Move
from gongtu.engines.casework.registry import folder_of
from gongtu.parties import queries as parties
from gongtu.parties.models import Organisation
from gongtu.parties.roles import ASSESSOR
from gongtu.registers.sittings.queries import entries_of, find_sitting
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries.withheld import held_instead
from gongtu.registers.skills.services.issuing_together import sessions_to_issue
from gongtu.web.asking import number_asked, number_of, page_of, place_asked, place_of
from gongtu.web.cases.present import case_row
from gongtu.web.cases.present.page import course_page
from gongtu.web.chain_page import label_of
from gongtu.web.desk.queue import starts_of
from gongtu.web.http import Request
from gongtu.web.sitting_page import (
    apart_words,
    bench_page,
    incidents_page,
    is_entered_by,
    plan_page,
    reviews_page,
    sitting_page,
)
from gongtu.web.standards_used import standards_used
from gongtu.web.wording import mark_of, told

FULL_MARK, MOST_SHOWN = 100, 200
ABSENT = "缺考"
STARTS = ("grade-assessment", "assessor-filing", "special-ability-session")
LISTS = ("names", "marks", "numbers")  # of candidates, of their marks, of examiners
# What an arranged session has no use for, and what only an arranged one has.
UNARRANGED = ("judge", "arrange", "name", "name_late")
ONCE_ARRANGED = ("open_up", "draw", "replace", "seat", "sample", "review")
# What is for before the day, for the day and after it, and what needs somebody who sits.
BEFOREHAND, MARKING = ("open_up", "enrol", "draw", "seat"), ("mark", "judge")
OF_CANDIDATES = (*MARKING, "draw", "seat")
MOODS = {
    "planned": "wait",
    "marked": "wait",
    "issuing": "wait",
    "issued": "good",
    "cancelled": "",
    "stopped": "bad",
    "withdrawn": "bad",
}


class NobodyChosen(Refused):
    """No name was ticked."""


def list_page(body: Organisation, request: Request) -> dict[str, Any]:
    """One page of sessions, the latest first."""
    found = skills.list_sessions(body.pk)
    if (place := place_asked(request)) is not None:
        found = skills.sessions_after(found, day=place[0], pk=place[1])
    rows, pages = page_of(found, request, place_of("planned_on"))
    filings = skills.list_filings(body.pk, on=request.on)
    return {
        "sessions": [session_row(one) for one in rows],
        "is_social": body.role is ASSESSOR,
        "filings": [
            {
                "occupation": one.occupation.name,
                "lowest": label_of(Grade(one.lowest)),
                "highest": label_of(Grade(one.highest)),
                "since": one.since,
                "until": one.until,
                "give_up": reverse("enterprise:give_up_filing", args=[one.pk]),
            }
            for one in filings
        ],
        "starts": starts_of(request.capacity, *STARTS),
        "waiting": len(sessions_to_issue(body, by=request.capacity, on=request.on)),
        **pages,
    }


def session_page(case: Any, request: Request) -> dict[str, Any]:
    """The session of a case, with the doors to its next steps."""
    by, on, number = request.capacity, request.on, case.number
    folder, session, sitting = folder_of(case.procedure), session_of(number), sitting_page(number)
    listed, bench = skills.list_candidates(number), bench_page(session)
    count, shown = listed.count(), list(listed[:MOST_SHOWN])
    instead = held_instead(session, shown, on=on) if session.state == "issued" else {}
    shut = _shut(session, sitting, bench, count, on)
    moves = [one for one in cases.moves_open_to(case, by, on=on) if one.key not in shut]
    return {
        "case": case_row(case, by, on=on),
        "session": session_row(session),
        "is_social": session.filing.assessor.is_social,
        "standards": standards_used(session.pk),
        "course": course_page(case, on=on),
        "sitting": sitting,
        "bench": bench,
        "plan": plan_page(case),
        "incidents": incidents_page(number),
        "reviews": reviews_page(number),
        "candidates": [
            _candidate(one, number) | {"is_free": instead.get(one.pk) == ""} for one in shown
        ],
        "count": count,
        "marks_from": session.planned_on
        if session.state == "planned" and on < session.planned_on
        else None,
        "issuing": skills.how_far(number),
        **_doors(moves, number, folder),
    }


def _doors(moves: Sequence[Any], number: str, folder: Path) -> dict[str, Any]:
    """The pages on which lists of people are written, and all other moves."""
    asked = {_asks(move) for move in moves}
    return {
        "enrol": reverse("enterprise:enrol_candidates", args=[number]) if "names" in asked else "",
        "mark": reverse("enterprise:enter_results", args=[number]) if "marks" in asked else "",
        "name": reverse("enterprise:name_examiners", args=[number]) if "numbers" in asked else "",
        "moves": [
            {
                "label": told(move.label, folder),
                "address": reverse("cases:make_move", args=[number, move.key]),
            }
            for move in moves
            if not _asks(move)
        ],
    }


def _shut(
    session: Any, sitting: dict[str, Any] | None, bench: dict[str, Any], count: int, on: date
) -> set[str]:
    """Moves that lead nowhere now: done, of the other kind of session, too early or too late."""
    shut = set(UNARRANGED if sitting else ONCE_ARRANGED)
    shut |= set(OF_CANDIDATES if not count else ())
    shut |= set(MARKING if on < session.planned_on or bench["missing"] else ())
    shut |= set(() if bench["missing"] else ("name_late",))
    if sitting is None:
        return shut if session.state != "planned" else shut | {"judge"}
    over = {
        "enrol": sitting["is_seated"],
        "seat": not sitting["capacity"],
        "draw": not bench["missing"],
        "replace": not bench["examiners"],
        "sample": sitting["is_sampled"] or not sitting["percent"],
        "review": not (sitting["is_sampled"] and sitting["unreviewed"]),
    }
    shut |= {key for key, is_over in over.items() if is_over}
    return shut | set(BEFOREHAND if on > session.planned_on else ())


def enrol_page(case: Any, body: Organisation, request: Request) -> dict[str, Any]:
    """Of an enterprise the roster, searched by name, without those listed; else only a list."""
    text = request.GET.get("text", "").strip()[:40]
    listed = skills.list_candidates(case.number).values("person")
    staff = parties.employees_of(body, request.on).exclude(person__in=listed)
    staff = staff.filter(person__name__startswith=text) if text else staff
    if (after := number_asked(request)) is not None:
        staff = staff.filter(pk__gt=after)
    rows, pages = page_of(staff, request, number_of)
    return {
        "case": case_row(case, request.capacity, on=request.on),
        "session": session_row(session_of(case.number)),
        "is_social": body.role is ASSESSOR,
        "text": text,
        "names": request.POST.get("names", ""),
        "declared": request.POST.get("declared", ""),
        "once": uuid4().hex,
        "staff": [_tick(one, request.POST.getlist("name")) for one in rows],
        **pages,
    }


def _tick(employee: Any, ticked: list[str]) -> dict[str, Any]:
    """Somebody on the roster, to be ticked, or ticked before what was handed in was refused."""
    person, post = employee.person, employee.post
    key = f"{person.name} {person.birth}"
    row = {"key": key, "name": person.name, "birth": person.birth, "post": post}
    return {**row, "ticked": key in ticked}


def enrol(case: Any, request: Request) -> None:
    """Make the move that lists the ticked names, and those written down line by line."""
    names = [*request.POST.getlist("name"), request.POST.get("names", "").strip()]
    text = "\n".join(name for name in names if name)
    if not text:
        raise NobodyChosen(_("请先勾选考生，或者逐行填写名单。"))
    make(case, {"names": text, "declared": request.POST.get("declared", "").strip()}, request)


class MarkSheet:
    """The table of marks: one row a candidate, checked row by row."""

    def __init__(self, case: Any, request: Request) -> None:
        self.case, self.request = case, request
        self.reasons: tuple[str, ...] = ()
        posted = request.POST if request.method == "POST" else None
        self.twice = find_sitting(case.number) is not None
        entered = entries_of(case.number) if self.twice else {}
        self.rows = [
            {**_mark_row(one, posted), "apart": apart_words(entered.get(one.pk, ()))}
            for one in skills.list_candidates(case.number)
            if not (self.twice and is_entered_by(one, entered, request.capacity.person))
        ]

    def is_valid(self) -> bool:
        """Every row is filled in whole or left open, and some row is filled in."""
        if not any(row["filled"] for row in self.rows):
            self.reasons = (_("请至少填写一名考生的成绩。"),)
        return not self.is_wrong

    @property
    def is_wrong(self) -> bool:
        return bool(self.reasons) or any(row["error"] for row in self.rows)

    def hand_in(self) -> None:
        """Make the move that enters the marks."""
        lines = [
            " ".join((row["name"], str(row["birth"]), *row["marks"]))
            for row in self.rows
            if row["filled"]
        ]
        make(self.case, {"marks": "\n".join(lines)}, self.request)

    def page(self) -> dict[str, Any]:
        """Everything the template shows."""
        return {
            "case": case_row(self.case, self.request.capacity, on=self.request.on),
            "session": session_row(session_of(self.case.number)),
            "rows": self.rows,
            "twice": self.twice,
            "reasons": self.reasons,
            "once": uuid4().hex,
        }


def make(case: Any, answers: dict[str, str], request: Request) -> None:
    """Make the move open now that asks for what is answered."""
    turn = request.POST.get("turn", "")
    moves = cases.moves_open_to(case, request.capacity, on=request.on)
    move = next((move for move in moves if _asks(move) in answers), None)
    if move is None:
        raise Refused(_("本场评价现在不能录入，请看评价的进程。"))
    casework.make_move(
        case.number,
        move.key,
        by=request.capacity,
        on=request.on,
        answers=answers,
        turn=int(turn) if turn.isdecimal() else None,
        once=request.POST.get("once") or None,
    )


def _asks(move: Move) -> str:
    """The one list the move asks for: of LISTS; empty for any other move."""
    asked = move.asks.facts if move.asks else {}
    return next((list_ for list_ in LISTS if list_ in asked), "")


def session_of(number: str) -> Any:
    """The session of a case.

    Raises:
        Http404: It is not planned.
    """
    found = skills.find_session(number)
    if found is None:
        raise Http404(number)
    return found


def session_row(session: Any) -> dict[str, Any]:
    """A session in a list."""
    words = {
        "planned": _("已列入计划"),
        "marked": _("已录入成绩"),
        "issuing": _("正在核发证书"),
        "issued": _("已核发证书"),
        "withdrawn": _("已被撤销"),
        "cancelled": _("已取消"),
        "stopped": _("已被停止"),
    }
    return {
        "number": session.case_number,
        "address": reverse("enterprise:show_session", args=[session.case_number]),
        "occupation": session.assessed,
        "grade": label_of(Grade(session.grade)),
        "planned_on": session.planned_on,
        "place": session.place,
        "state": words[session.state],
        "mood": MOODS[session.state],
    }


def _candidate(one: Any, number: str) -> dict[str, Any]:
    result = {True: _("合格"), False: _("不合格"), None: _("待录入")}
    moods = {True: "good", False: "bad", None: "wait"}
    return {
        "name": one.person.name,
        "birth": one.person.birth,
        "theory": mark_of(one.theory) if _is_marked(one) else "—",
        "practice": mark_of(one.practice) if _is_marked(one) else "—",
        "result": result[one.passed],
        "mood": moods[one.passed],
        "photo": reverse("enterprise:keep_photo", args=[number, one.pk]),
        "has_photo": one.photo_id is not None,
        "withheld": one.withheld,
        "issue": reverse("enterprise:issue_withheld", args=[number, one.pk]),
    }


def _is_marked(one: Any) -> bool:
    return one.absent or one.theory is not None


def _mark_row(one: Any, posted: Any) -> dict[str, Any]:
    parts = [_part(one, part, posted) for part in ("theory", "practice")]
    marks = [ABSENT if part["absent"] else part["mark"] for part in parts]
    return {
        "id": one.pk,
        "name": one.person.name,
        "birth": one.person.birth,
        "parts": parts,
        "marks": marks,
        "filled": all(marks),
        "error": _mark_error(parts, marks) if posted is not None else "",
    }


def _part(one: Any, part: str, posted: Any) -> dict[str, Any]:
    """One part of a candidate's result as its cell shows it: a mark, or a tick for absent."""
    name, label = f"{part}_{one.pk}", {"name": one.person.name}
    if posted is None:
        mark = getattr(one, part)
        shown, absent = "" if mark is None else str(mark), one.absent and mark is None
    else:
        shown, absent = posted.get(name, "").strip(), f"{name}_absent" in posted
    is_theory = part == "theory"
    return {
        "name": name,
        "mark": shown,
        "absent": absent,
        "label": (_("%(name)s的理论成绩") if is_theory else _("%(name)s的技能成绩")) % label,
        "label_absent": (_("%(name)s理论缺考") if is_theory else _("%(name)s技能缺考")) % label,
    }


def _mark_error(parts: list[dict[str, Any]], marks: list[str]) -> str:
    if not any(marks):
        return ""
    if any(part["mark"] and part["absent"] for part in parts):
        return _("勾选了缺考的，不能再填成绩。")
    if not all(marks):
        return _("理论和技能成绩都要填写。")
    told_ = [mark for mark in marks if mark != ABSENT]
    if not all(mark.isdecimal() and int(mark) <= FULL_MARK for mark in told_):
        return _("成绩应是0至100的整数。")
    return ""
