"""Seats of a session: opened, taken by one each, given back, and drawn by a published seed.

The count of taken seats is written before it is read: of two who want the last seat at the same
instant the second waits, finds none left, and is told of the next session that fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import list_employers
from gongtu.parties.roles import WORKER
from gongtu.records.journal.services import write
from gongtu.registers.ladder import services as ladder
from gongtu.registers.ladder.services import NotKnownToBeOpen
from gongtu.registers.sittings.choices import Drawn
from gongtu.registers.sittings.models import Draw, Room, Sitting
from gongtu.registers.sittings.queries import find_sitting, list_draws, next_open, ticket_of
from gongtu.registers.sittings.services.arranging import NotArranged, get_arranged
from gongtu.registers.sittings.services.drawing import draw
from gongtu.registers.sittings.services.telling import tell_listed
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade, SessionState
from gongtu.registers.skills.models import AssessmentSession, Candidate
from gongtu.registers.skills.queries import (
    find_filing,
    find_session,
    get_session,
    was_filed,
)
from gongtu.registers.skills.rows import RowsWrong, each_line

PARTS, NAME_LENGTH, MOST = 2, 60, 10_000


class RegistrationShut(Refused):
    """Nobody registers for the session, or not any more, or not this person."""


class AlreadyListed(RegistrationShut):
    """They are among the candidates of the session already."""


class SeatTaken(Refused):
    """The last seat went to somebody else; `next_case` is the next session that fits, or empty."""

    def __init__(self, *reasons: str, next_case: str = "") -> None:
        super().__init__(*reasons)
        self.next_case = next_case


@transaction.atomic
def open_seats(case_number: str, text: str, *, on: date) -> int:
    """Open the registration with the rooms that `text` gives, a line each: name, seats.

    Returns:
        How many seats there are.

    Raises:
        NotArranged: The session is not arranged.
        RowsWrong: With every line at fault, and where more sit already than there are seats.
        RegistrationShut: The day of the session is over, or no filing in force covers it.
    """
    sitting, rooms = get_arranged(case_number), each_line(text, _room)
    names = [name for name, _seats in rooms]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise RowsWrong(*(_("考场“%(name)s”写了不止一行。") % {"name": name} for name in twice))
    capacity, taken = sum(seats for _name, seats in rooms), sitting.session.candidates.count()
    if capacity < taken:
        told = {"taken": taken, "capacity": capacity}
        raise RowsWrong(_("已有%(taken)s名考生，只有%(capacity)s个座位。") % told)
    if on > sitting.session.planned_on:
        raise RegistrationShut(_("评价日期已过，不能再开放报名。"))
    _check_filed(sitting.session, on=on)
    Room.objects.bulk_create(
        Room(sitting=sitting, place=place, name=name, capacity=seats)
        for place, (name, seats) in enumerate(rooms, 1)
    )
    sitting.capacity, sitting.taken = capacity, taken
    sitting.save(update_fields=["capacity", "taken"])
    return capacity


@transaction.atomic
def register(case_number: str, *, by: Capacity, on: date) -> Candidate:
    """A worker takes a seat at their employer's, or a social body's, that the ladder lets them.

    Raises:
        NotEntitled: Each registers for themselves.
        RegistrationShut: Not open to them, or they sit in it already.
        SeatElsewhere: They have one in another session for the same grade.
        NotYetOpen, NotKnownToBeOpen: The ladder's answer, with the rule.
        SeatTaken: None is left; naming the next session that fits.
    """
    person, sitting = _oneself(by), _held(case_number)
    _check_open(sitting, person, on=on)
    session = sitting.session
    ladder.require_one_seat([person], session, on=on)
    try:
        ladder.require_open(
            [person], session.filing.occupation_id, Grade(session.grade), declared=False, on=on
        )
    except NotKnownToBeOpen as unknown:
        by_assessor = _("待核事项须由组织评价的单位核对：请该单位核对后为您录入。")
        raise NotKnownToBeOpen(*unknown.reasons, by_assessor) from None
    _take(sitting, 1, on=on)
    candidate = Candidate.objects.create(session=session, person_id=person)
    _journal("registered", sitting, person, by=by, on=on)
    return candidate


@transaction.atomic
def give_back(case_number: str, *, by: Capacity, on: date) -> None:
    """A worker gives their seat back, for the next who wants it; before the seats are drawn.

    Raises:
        NotEntitled: Each for themselves.
        RegistrationShut: They have none, or it is too late.
    """
    person, sitting = _oneself(by), _held(case_number)
    found = Candidate.objects.filter(session=sitting.session, person=person).first()
    if found is None:
        raise RegistrationShut(_("您没有报名本场评价。"))
    _check_running(sitting, on=on)
    found.delete()
    Sitting.objects.filter(pk=sitting.pk).update(taken=F("taken") - 1)
    _journal("seat-given-back", sitting, person, by=by, on=on)


@transaction.atomic
def enrol(case_number: str, people: Sequence[UUID], *, declared: str = "", on: date) -> int:
    """People become candidates; where seats are counted, each takes one, or nobody is listed.

    An arranged session takes nobody in after its day: its examiners were drawn before.  While the
    filing is suspended no session does; who sits in it already keeps the seat.  What was `declared`
    of what the ladder leaves open stands beside each.

    Returns:
        How many candidates the session has now.

    Raises:
        RegistrationShut: The seats are drawn already, the day of an arranged session is over, or no
            filing in force covers the session.
        SeatElsewhere: Somebody has a seat in another session for the same grade.
        SeatTaken: There are fewer seats left than people.
    """
    session = get_session(case_number)
    _check_filed(session, on=on)
    ladder.require_one_seat(_new_in(session, people), session, on=on)
    if find_sitting(case_number) is not None:
        sitting = _held(case_number)
        _check_running(sitting, on=on)
        if sitting.capacity:
            _take(sitting, len(_new_in(sitting.session, people)), on=on)
    return skills.enter_candidates(case_number, people, declared)


@transaction.atomic
def enlist(case_number: str, people: Sequence[UUID], *, declared: str = "", on: date) -> int:
    """Enrol whom a list names; a social body employs none of them, so each is told.

    Raises:
        RegistrationShut, SeatElsewhere, SeatTaken: As `enrol`.
    """
    session = get_session(case_number)
    new = _new_in(session, people)
    count = enrol(case_number, people, declared=declared, on=on)
    if session.filing.assessor.is_social:
        tell_listed(session, new, on=on)
    return count


def _new_in(session: AssessmentSession, people: Sequence[UUID]) -> set[UUID]:
    return set(people) - set(session.candidates.values_list("person", flat=True))


def require_session(case_number: str, person: UUID, *, body: int, on: date) -> AssessmentSession:
    """The session still to come, of that body, open to the person; they are not in it yet.

    Raises:
        RegistrationShut: It is over, another body's, not for this person, or not filed for now.
        SeatElsewhere: They have a seat in another session for the same grade.
    """
    session = find_session(case_number)
    if session is None or session.filing.assessor.organisation_id != body:
        raise RegistrationShut(_("该单位没有这一受理编号的评价活动，请核对。"))
    if session.state != SessionState.PLANNED or on > session.planned_on:
        raise RegistrationShut(_("本场报名已经结束。"))
    _check_filed(session, on=on)
    _check_person(session, person, on=on)
    ladder.require_one_seat([person], session, on=on)
    return session


@transaction.atomic
def draw_seats(case_number: str, *, by: Capacity, on: date) -> Draw:
    """Draw everybody's room and seat; from then on nobody comes or goes.

    Raises:
        NotArranged: The session is not arranged.
        RegistrationShut: There are no seats, nobody sits, or they are drawn already.
    """
    sitting = _held(case_number)
    if not sitting.capacity:
        raise RegistrationShut(_("本场没有开放报名，没有座位可抽。"))
    _check_running(sitting, on=on)
    tickets = [ticket_of(one) for one in sitting.session.candidates.all()]
    if not tickets:
        raise RegistrationShut(_("还没有考生。"))
    return draw(sitting, Drawn.SEATS, tickets, take=len(tickets), by=by, on=on)


def _room(words: list[str]) -> tuple[str, int]:
    if len(words) != PARTS or not words[1].isdecimal() or not 0 < int(words[1]) <= MOST:
        raise RowsWrong(_("应写明考场名称和座位数，座位数是正整数"))
    return words[0][:NAME_LENGTH], int(words[1])


def _held(case_number: str) -> Sitting:
    """The sitting, held against everybody else until the transaction ends."""
    held = Sitting.objects.filter(session__case_number=case_number)
    if not held.update(taken=F("taken")):
        raise NotArranged(_("本场还没有作考务安排。"))
    return held.select_related("session__filing__assessor").get()


def _check_open(sitting: Sitting, person: UUID, *, on: date) -> None:
    if not sitting.capacity:
        raise RegistrationShut(_("本场没有开放报名。"))
    _check_running(sitting, on=on)
    _check_filed(sitting.session, on=on)
    _check_person(sitting.session, person, on=on)


def _check_filed(session: AssessmentSession, *, on: date) -> None:
    """A filing in force covers the session today, unless its day is over, and on its day."""
    body, day = session.filing.assessor.organisation_id, session.planned_on
    asked = body, session.filing.occupation_id, Grade(session.grade)
    if on <= day and find_filing(*asked, on=on) is None:
        if was_filed(*asked, on=on):
            raise RegistrationShut(_("该机构的评价备案暂停中，恢复以前不接受报名，也不录入考生。"))
        raise RegistrationShut(_("该机构的评价备案已经终止，不接受报名，也不录入考生。"))
    if find_filing(*asked, on=day) is None:
        raise RegistrationShut(_("评价日期不在该机构的有效备案期内，不接受报名，也不录入考生。"))


def _check_person(session: AssessmentSession, person: UUID, *, on: date) -> None:
    body = session.filing.assessor
    employs = list_employers(person, on).filter(pk=body.organisation_id)
    if not body.is_social and not employs.exists():
        raise RegistrationShut(_("企业自主评价只面向本单位职工，您现在不在该单位工作。"))
    if session.candidates.filter(person=person).exists():
        raise AlreadyListed(_("您已经在本场考生名单中。"))


def _check_running(sitting: Sitting, *, on: date) -> None:
    if list_draws(sitting, Drawn.SEATS).exists():
        raise RegistrationShut(_("考场座位已经抽定，不能再报名、录入或者退出。"))
    if sitting.session.state != SessionState.PLANNED or on > sitting.session.planned_on:
        raise RegistrationShut(_("本场报名已经结束。"))


def _take(sitting: Sitting, seats: int, *, on: date) -> None:
    free = Sitting.objects.filter(pk=sitting.pk, taken__lte=F("capacity") - seats)
    if free.update(taken=F("taken") + seats):
        return
    left = {"left": sitting.capacity - sitting.taken}
    reasons = [_("座位已经报满，只剩%(left)s个。") % left]
    following = next_open(sitting, on=on)
    if following is not None:
        told = {
            "number": following.session.case_number,
            "day": date_format(following.session.planned_on, "DATE_FORMAT"),
            "left": following.capacity - following.taken,
        }
        reasons.append(
            _("下一场同职业同等级的评价在%(day)s（%(number)s），还有%(left)s个座位。") % told
        )
    else:
        reasons.append(_("目前没有其他开放报名的同类场次；有人退出时座位会重新空出。"))
    raise SeatTaken(*reasons, next_case=following.session.case_number if following else "")


def _oneself(by: Capacity) -> UUID:
    if by.role is not WORKER or by.person is None:
        raise NotEntitled(_("由职工本人报名。"))
    return by.person


def _journal(kind: str, sitting: Sitting, person: UUID, *, by: Capacity, on: date) -> None:
    number = sitting.session.case_number
    write(f"case:{number}", kind, on=on, by=by, what={"person": str(person), "case": number})
