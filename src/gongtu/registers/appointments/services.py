"""What is written into the register of appointments: appointed, renewed, ended; each signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.building import Order
from gongtu.engines.credentials.choices import ReasonClass
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import list_employers, masked_id_number
from gongtu.records.journal.services import write
from gongtu.registers.appointments.models import APPOINTED, Appointment
from gongtu.registers.appointments.numbers import appointment_number
from gongtu.registers.appointments.queries import in_office, list_appointed, term_of
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import find_occupation

KIND, ACHIEVEMENT = "technician-appointment", "ext:Appointment"


class PostNotSound(Refused):
    """Nobody can be appointed like that; with every reason."""


class TermWrong(Refused):
    """The term does not fit the day, or the term before it."""


class OwnMatter(Refused):
    """Nobody appoints, renews or ends themselves."""


class NotInOffice(Refused):
    """There is no appointment that runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Who is appointed to which of the two grades, in which occupation, by which enterprise."""

    person: UUID
    organisation: int
    occupation: str
    grade: Grade


def check_post(post: Post, *, by: Capacity, on: date) -> None:
    """Pass a post that somebody on the staff may be proposed for.

    Raises:
        OwnMatter: The clerk is the candidate.
        PostNotSound: With every reason.
    """
    _of_somebody_else(post.person, by)
    reasons = []
    if post.grade not in APPOINTED:
        reasons.append(_("只有特级技师、首席技师由企业评聘。"))
    if find_occupation(post.occupation) is None:
        reasons.append(_("没有代码为%(code)s的职业。") % {"code": post.occupation})
    if not list_employers(post.person, on).filter(pk=post.organisation).exists():
        reasons.append(_("人选不是本单位在职职工。"))
    same = Appointment.objects.filter(
        in_office(on),
        person=post.person,
        organisation=post.organisation,
        occupation=post.occupation,
        grade=post.grade,
    )
    if same.exists():
        reasons.append(_("人选现已受聘这一职业的同一等级；期满以前请续聘。"))
    if reasons:
        raise PostNotSound(*reasons)


@transaction.atomic
def appoint(
    post: Post, *, until: date, places: int, case_number: str, by: Capacity, on: date
) -> Appointment:
    """Appoint somebody from that day on, and sign the document of it.

    `places` is how many the enterprise may have of that grade.

    Raises:
        PostNotSound: With every reason; also where another took the last place meanwhile.
        TermWrong: The term is over before it begins.
    """
    # Of two at once the second waits, and finds whom the first has appointed.
    Organisation.objects.select_for_update().get(pk=post.organisation)
    check_post(post, by=by, on=on)
    if filled(post, on=on) >= places:
        raise PostNotSound(_("本单位该等级的职数已满。"))
    return _term(post, until=until, serial=1, case_number=case_number, by=by, on=on)


@transaction.atomic
def renew(case_number: str, *, until: date, by: Capacity, on: date) -> Appointment:
    """Another term from that day on; its document takes the place of the one before.

    Raises:
        NotInOffice: No term runs.
        OwnMatter: The clerk is the one in office.
        PostNotSound: They work there no more.
        TermWrong: It would not end later than the term before.
    """
    before = _running(case_number, by=by, on=on)
    if not list_employers(before.person_id, on).filter(pk=before.organisation_id).exists():
        raise PostNotSound(_("人选不是本单位在职职工。"))
    if until <= before.until:
        raise TermWrong(_("续聘的期满日期应当晚于%(day)s。") % {"day": before.until.isoformat()})
    post = Post(
        person=before.person_id,
        organisation=before.organisation_id,
        occupation=before.occupation_id,
        grade=Grade(before.grade),
    )
    serial = Appointment.objects.filter(case_number=case_number).count() + 1
    term = _term(post, until=until, serial=serial, case_number=case_number, by=by, on=on)
    before.ended_on, before.renewed_by = on, term
    before.save(update_fields=["ended_on", "renewed_by"])
    credentials.supersede(before.number, term.number, by=by, on=on)
    return term


@transaction.atomic
def end_appointment(case_number: str, *, reason: str, by: Capacity, on: date) -> Appointment:
    """End an appointment before its term; the document is taken back with the reason.

    Raises:
        NotInOffice: No term runs.
        OwnMatter: The clerk is the one in office.
    """
    term = _running(case_number, by=by, on=on)
    term.ended_on = on
    term.save(update_fields=["ended_on"])
    credentials.revoke(term.number, ReasonClass.ENDED, reason, by=by, on=on)
    _journal("appointment-ended", term, by=by, on=on)
    return term


def order_for(term: Appointment) -> Order:
    """What the signed document says: an appointment, no certificate and no honour."""
    grade = Grade(term.grade)
    return Order(
        number=term.number,
        title=f"{grade.label}聘任",
        subject={
            "name": term.person.name,
            "idType": "居民身份证",
            "idNumber": masked_id_number(term.person),
            "occupationName": term.occupation.name,
            "appointedAs": grade.value,
            "appointedAsName": grade.label,
        },
        valid_from=term.since,
        valid_until=term.until,
        holder_index=str(term.person_id),
        achievement=ACHIEVEMENT,
    )


def filled(post: Post, *, on: date) -> int:
    """How many the enterprise has in posts of that grade."""
    return list_appointed(post.organisation, on=on).filter(grade=post.grade).count()


def _term(
    post: Post, *, until: date, serial: int, case_number: str, by: Capacity, on: date
) -> Appointment:
    if until <= on:
        raise TermWrong(_("聘期届满日期应当晚于聘任之日。"))
    term = Appointment.objects.create(
        number=appointment_number(case_number, serial),
        case_number=case_number,
        person_id=post.person,
        organisation_id=post.organisation,
        occupation_id=post.occupation,
        grade=post.grade,
        since=on,
        until=until,
    )
    order, issuer = order_for(term), term.organisation_id
    credentials.issue_many(KIND, [order], issuer_organisation=issuer, by=by, on=on)
    _journal("appointed", term, by=by, on=on)
    return term


def _of_somebody_else(person: UUID, by: Capacity) -> None:
    if by.person == person:
        raise OwnMatter(_("您是本件当事人，应当回避，请由其他经办人办理。"))


def _running(case_number: str, *, by: Capacity, on: date) -> Appointment:
    term = term_of(case_number)
    if term is None or term.ended_on is not None or on >= term.until:
        raise NotInOffice(_("聘任已经终止或者期满。"))
    _of_somebody_else(term.person_id, by)
    return term


def _journal(kind: str, term: Appointment, *, by: Capacity, on: date) -> None:
    what = {
        "person": str(term.person_id),
        "organisation": term.organisation_id,
        "appointment": term.number,
    }
    write(f"person:{term.person_id}", kind, on=on, by=by, what=what)
