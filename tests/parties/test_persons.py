"""Registering persons, and where they work."""

from datetime import date

import pytest

from gongtu.base.identifiers import WrongIdNumber
from gongtu.parties import queries, services
from gongtu.parties.capacity import CLOCK
from gongtu.parties.identity import WrongPhone
from gongtu.parties.models import Person
from gongtu.records.journal.queries import list_chain
from tests.parties.conftest import DAY, WANG, World

NEW = "110105194912310" + "02X"


def register(name: str = "新人", number: str = NEW, phone: str = "") -> Person:
    return services.register_person(
        name=name, id_number=number, division="370202", phone=phone, by=CLOCK, on=DAY
    )


def test_sex_and_birth_are_read_off_the_number(world: World) -> None:
    person = register()

    assert (person.sex, person.birth) == ("female", date(1949, 12, 31))


def test_person_is_found_by_number_however_it_is_typed(world: World) -> None:
    assert queries.find_person_by_id_number(" 37020219850312451x") == world.wang
    assert queries.find_person_by_id_number(NEW) is None


def test_pages_show_the_number_masked(world: World) -> None:
    assert queries.masked_id_number(world.wang) == "3702**********451X"
    assert queries.read_id_number(world.wang) == WANG


def test_phone_is_shown_masked(world: World) -> None:
    assert queries.masked_phone(register(phone="138 0013 8000")) == "138****8000"


def test_second_registration_of_a_number_is_refused(world: World) -> None:
    with pytest.raises(services.PersonKnown, match=r"3702\*{10}451X已有登记"):
        register(number=WANG)


def test_wrong_check_digit_is_told(world: World) -> None:
    with pytest.raises(WrongIdNumber, match="末位校验码应为“X”"):
        register(number="110105194912310021")


def test_wrong_phone_is_told(world: World) -> None:
    with pytest.raises(WrongPhone, match="手机号码应为1开头的11位数字，填写的是“12345”"):
        register(phone="12345")


def test_registration_is_journaled(world: World) -> None:
    person = register()

    assert [entry.kind for entry in list_chain(f"person:{person.pk}")] == ["registered"]


def test_employment_makes_the_employer(world: World) -> None:
    services.employ(world.wang, world.works, post="焊工", by=CLOCK, on=DAY)

    assert queries.employer_of(world.wang.pk, DAY) == world.works
    assert [m.person for m in queries.employees_of(world.works, DAY)] == [world.wang]


def test_same_employment_is_refused_twice(world: World) -> None:
    services.employ(world.wang, world.works, by=CLOCK, on=DAY)

    with pytest.raises(services.AlreadyEmployed, match="王师傅在甲公司已有登记，尚未终止"):
        services.employ(world.wang, world.works, by=CLOCK, on=DAY)


def test_two_employers_may_overlap(world: World) -> None:
    services.employ(world.wang, world.works, by=CLOCK, on=DAY)
    services.employ(world.wang, world.other_works, by=CLOCK, on=DAY)

    assert list(queries.list_employers(world.wang.pk, DAY)) == [world.works, world.other_works]


def test_employment_cannot_begin_after_today(world: World) -> None:
    with pytest.raises(services.AlreadyEmployed, match="起始日期不能晚于登记当日"):
        services.employ(world.wang, world.works, since=date(2026, 9, 2), by=CLOCK, on=DAY)


def test_ended_employment_no_longer_counts(world: World) -> None:
    employment = services.employ(world.wang, world.works, since=date(2026, 1, 1), by=CLOCK, on=DAY)

    services.end_membership(employment, by=CLOCK, on=DAY)

    assert queries.employer_of(world.wang.pk, DAY) is None
    assert queries.employer_of(world.wang.pk, date(2026, 8, 31)) == world.works


def test_employment_is_ended_once(world: World) -> None:
    employment = services.employ(world.wang, world.works, since=date(2026, 1, 1), by=CLOCK, on=DAY)
    services.end_membership(employment, by=CLOCK, on=DAY)

    with pytest.raises(services.AlreadyEmployed, match="已于2026-09-01终止"):
        services.end_membership(employment, by=CLOCK, on=DAY)
