"""Appointments on record, each with its signed document; neither certificates nor honours."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.identifiers import WrongIdNumber
from gongtu.engines.credentials.choices import Status, Verdict
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.verify import verify
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.registers.appointments import services as appointments
from gongtu.registers.appointments.known import appointed_known
from gongtu.registers.appointments.numbers import appointment_number, read_sought
from gongtu.registers.appointments.queries import (
    AppointmentUnknown,
    appointed_grade,
    appointed_since,
    get_appointment,
    list_appointed,
    list_appointments,
)
from gongtu.registers.appointments.services import NotInOffice, OwnMatter, PostNotSound, TermWrong
from gongtu.registers.honours import services as honours
from gongtu.registers.honours.choices import HonourKey
from gongtu.registers.honours.queries import list_honours
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers import NumberImpossible, parse_number
from gongtu.registers.skills.queries import highest_grade
from tests.cast import DAY, FITTER, Cast, raise_curtain
from tests.factories.appointments import CASE, UNTIL, appointed, post

NEXT, LATER = UNTIL - timedelta(days=1), date(2031, 9, 1)


@pytest.fixture
def cast(db: None) -> Cast:
    return raise_curtain()


def verdict(number: str, on: date) -> Verdict:
    return verify(number, on=on).verdict


def facts(cast: Cast, on: date, grade: Grade = Grade.CHIEF_TECHNICIAN) -> dict[str, object]:
    told = appointed_known(post(cast, grade), case_number=CASE, on=on)
    return {key.removeprefix("Appointed."): known.value for key, known in told.items()}


def test_the_document_is_an_appointment_of_a_kind_of_its_own(cast: Cast) -> None:
    held = appointed(cast)
    credential = find_credential(held.number)

    assert credential.kind == "technician-appointment"
    assert credential.document["name"] == "特级技师聘任"
    subject = credential.document["credentialSubject"]
    assert subject["achievement"]["achievementType"] == "ext:Appointment"
    assert "grade" not in subject
    assert verdict(held.number, DAY) == Verdict.VALID


def test_its_document_expires_with_the_term(cast: Cast) -> None:
    held = appointed(cast)

    assert verdict(held.number, NEXT) == Verdict.VALID
    assert verdict(held.number, UNTIL) == Verdict.EXPIRED


def test_an_appointment_is_no_certificate_and_no_honour(cast: Cast) -> None:
    appointed(cast, Grade.CHIEF_TECHNICIAN)
    person = cast.person(cast.wang).pk

    assert highest_grade(person) is None
    assert list(list_honours(person)) == []
    assert appointed_grade(person, on=DAY) == Grade.CHIEF_TECHNICIAN


def test_an_honour_of_nearly_the_same_name_is_no_appointment(cast: Cast) -> None:
    person = cast.person(cast.wang).pk
    honours.grant_honour(
        person, "city-chief-technician", number="R1", document="公布", by=CLOCK, on=DAY
    )

    assert appointed_grade(person, on=DAY) is None
    assert list(list_appointments(person)) == []
    assert "荣誉称号" in HonourKey("city-chief-technician").label


def test_a_renewal_takes_the_place_of_the_term_before(cast: Cast) -> None:
    first = appointed(cast)
    second = appointments.renew(CASE, until=LATER, by=cast.clerk, on=NEXT)

    assert verdict(first.number, NEXT) == Verdict.SUPERSEDED
    assert verdict(second.number, UNTIL) == Verdict.VALID
    assert find_credential(first.number).superseded_by == second.number
    assert [one.number for one in list_appointments(first.person_id)] == [second.number]
    assert list_appointed(first.organisation_id, on=NEXT).count() == 1


def test_time_in_the_post_goes_on_over_a_renewal(cast: Cast) -> None:
    held = appointed(cast)
    appointments.renew(CASE, until=LATER, by=cast.clerk, on=NEXT)
    where = (held.person_id, held.organisation_id, FITTER)

    assert appointed_since(*where, on=UNTIL) == DAY
    assert appointed_since(*where, on=LATER) is None


def test_an_early_end_takes_the_document_back_with_its_class(cast: Cast) -> None:
    held = appointed(cast)
    appointments.end_appointment(CASE, reason="岗位调整", by=cast.clerk, on=NEXT)
    credential = find_credential(held.number)

    assert (credential.status, credential.reason_class) == (Status.REVOKED, "ended")
    assert verdict(held.number, NEXT) == Verdict.REVOKED
    assert appointed_grade(held.person_id, on=NEXT) is None


def test_what_is_over_is_neither_ended_nor_renewed(cast: Cast) -> None:
    appointed(cast)
    with pytest.raises(NotInOffice):
        appointments.renew(CASE, until=LATER, by=cast.clerk, on=UNTIL)
    with pytest.raises(NotInOffice):
        appointments.end_appointment(CASE, reason="无", by=cast.clerk, on=UNTIL)
    with pytest.raises(NotInOffice):
        appointments.end_appointment("20260000000", reason="无", by=cast.clerk, on=DAY)


def test_terms_end_after_they_begin(cast: Cast) -> None:
    with pytest.raises(TermWrong):
        appointed(cast, until=DAY)
    appointed(cast)
    with pytest.raises(TermWrong):
        appointments.renew(CASE, until=UNTIL, by=cast.clerk, on=NEXT)


def test_who_left_the_enterprise_is_not_renewed(cast: Cast) -> None:
    held = appointed(cast)
    job = held.person.memberships.get(organisation=held.organisation, until=None)
    parties.end_membership(job, by=CLOCK, on=NEXT)

    with pytest.raises(PostNotSound, match="不是本单位在职职工"):
        appointments.renew(CASE, until=LATER, by=cast.clerk, on=NEXT)
    assert appointments.end_appointment(CASE, reason="离开本单位", by=cast.clerk, on=NEXT)


def test_nobody_is_appointed_beyond_the_places(cast: Cast) -> None:
    with pytest.raises(PostNotSound, match="职数已满"):
        appointed(cast, places=0)
    appointed(cast, places=1)
    assert appointed(cast, Grade.CHIEF_TECHNICIAN, case_number="20260009102", places=1)


def test_who_cannot_be_appointed_is_told_every_reason(cast: Cast) -> None:
    appointed(cast)
    person = cast.person(cast.wang)
    parties.end_membership(person.memberships.get(), by=CLOCK, on=NEXT)

    with pytest.raises(PostNotSound) as refused:
        appointments.check_post(post(cast), by=cast.clerk, on=NEXT)
    assert "不是本单位在职职工" in str(refused.value)
    assert "同一等级" in str(refused.value)
    with pytest.raises(PostNotSound, match="只有特级技师、首席技师"):
        appointments.check_post(post(cast, Grade.TECHNICIAN), by=cast.clerk, on=DAY)


def test_a_clerk_keeps_out_of_their_own_appointment(cast: Cast) -> None:
    oneself = replace(cast.clerk, person=cast.wang.person)
    with pytest.raises(OwnMatter):
        appointments.check_post(post(cast), by=oneself, on=DAY)
    appointed(cast)
    with pytest.raises(OwnMatter):
        appointments.renew(CASE, until=LATER, by=oneself, on=NEXT)
    with pytest.raises(OwnMatter):
        appointments.end_appointment(CASE, reason="无", by=oneself, on=NEXT)


def test_rules_see_the_post_held_and_those_filled(cast: Cast) -> None:
    appointed(cast)

    assert facts(cast, DAY) == {
        "special": True, "special_since": DAY, "filled": 0, "until": UNTIL,
    }  # fmt: skip
    assert facts(cast, DAY, Grade.SPECIAL_TECHNICIAN)["filled"] == 1
    assert facts(cast, DAY - timedelta(days=1))["special"] is False
    assert facts(cast, UNTIL)["special"] is False


def test_an_unknown_number_is_refused(db: None) -> None:
    with pytest.raises(AppointmentUnknown):
        get_appointment("P0000000000000")


CASES = st.integers(0, 10**11 - 1).map(lambda number: f"{number:011d}")


@given(case_number=CASES, term=st.integers(1, 99))
def test_numbers_of_appointments_are_no_numbers_of_certificates(case_number, term) -> None:
    number = appointment_number(case_number, term)

    assert read_sought(f" {number.lower()[:6]} {number[6:]}").number == number
    with pytest.raises(NumberImpossible):
        parse_number(number)


@given(text=st.text(max_size=30))
def test_no_text_breaks_the_reading_of_a_number(text: str) -> None:
    with suppress(NumberImpossible, WrongIdNumber):
        read_sought(text)
