"""Examiners hear of what they are to examine in, and whoever a social body lists that it did."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from gongtu.parties.queries import accounts_of
from gongtu.records.outbox.models import Channel
from gongtu.records.outbox.services import send
from gongtu.registers.sittings.models import Assignment
from gongtu.registers.sittings.queries.examining import standing_in
from gongtu.registers.skills.models import AssessmentSession
from gongtu.registers.skills.queries import get_session

DRAWN = "您被抽为考评人员：%(session)s"
NAMED = "您被写明为考评人员：%(session)s"
REPLACED = "您不再担任考评人员：%(session)s"
CALLED_OFF = "您担任考评人员的评价不再举行：%(session)s"

LISTED = "您被列入考生名单：%(session)s"


def tell_drawn(assignments: Iterable[Assignment], *, on: date) -> None:
    """They are to examine."""
    _tell(assignments, DRAWN, on=on)


def tell_named(assignments: Iterable[Assignment], *, on: date) -> None:
    """Their assessor says that they examine; who knows nothing of it can say so."""
    _tell(assignments, NAMED, on=on)


def tell_replaced(assignment: Assignment, *, on: date) -> None:
    """Somebody else examines instead."""
    _tell([assignment], REPLACED, on=on)


def tell_examiners_called_off(case_number: str, *, on: date) -> None:
    """The session is not held: all who were to examine in it are told."""
    _tell(standing_in(get_session(case_number)), CALLED_OFF, on=on)


def tell_listed(session: AssessmentSession, people: Collection[UUID], *, on: date) -> None:
    """A body that employs none of them entered them: each may know, and say so if it is wrong."""
    body = session.filing.assessor.organisation
    for account in accounts_of(people).values():
        send(
            Channel.APP,
            account,
            LISTED % {"session": _about(session)},
            f"{body.name}于{on.isoformat()}凭姓名和号码录入，受理编号{session.case_number}。"
            "不是您本人要求的，可以在“技能评价报名”中退出，或者向人力资源社会保障部门反映。",
            key=f"candidate:{session.case_number}:{account}",
            about=f"case:{session.case_number}",
        )


def _about(session: AssessmentSession) -> str:
    return f"{session.assessed} {session.planned_on.isoformat()}"


def _tell(assignments: Iterable[Assignment], says: str, *, on: date) -> None:
    told = {one.examiner.person_id: one for one in assignments}
    for person, account in accounts_of(told).items():
        session = told[person].session
        send(
            Channel.APP,
            account,
            says % {"session": _about(session)},
            f"受理编号{session.case_number}，{session.place}，{on.isoformat()}。"
            "发现应当回避的，请告知评价机构。",
            key=f"examiner:{told[person].pk}:{says}",
            about=f"case:{session.case_number}",
        )
