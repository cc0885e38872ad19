"""Courses, trainees, and the certificate each training led to."""

from datetime import date

import pytest

from gongtu.engines.entitlement.earlier import Earlier
from gongtu.registers.skills.choices import Grade
from gongtu.registers.training import services as training
from gongtu.registers.training.known import trainees_known
from gongtu.registers.training.models import Course
from gongtu.registers.training.queries import TraineeUnknown, get_trained
from tests.scenarios.town import FITTER, PREFIX, Town, furnish

BEGAN, DONE = date(2026, 4, 1), date(2026, 6, 1)
NUMBER, CASE = f"{PREFIX}263000001", "20260000001"


def course(town: Town, number: str = "K1", *, in_catalogue: bool | None = True) -> Course:
    plan = training.Plan(number, FITTER, 180, in_catalogue)
    opened = training.open_course(town.bodies["works"].pk, plan, by=town.roles["hrss"], on=BEGAN)
    training.enter(opened, [town.people["master"].pk, town.people["apprentice"].pk])
    return opened


def certify(town: Town, issued_on: date = DONE, grade: str = "senior") -> None:
    furnish(town, {"certificates": [{"grade": grade, "issued_on": issued_on}]})


def known(
    town: Town, on: date = DONE, case_number: str = "", before: date | None = None
) -> dict[str, object]:
    earlier = Earlier(case_number, before)
    told = trainees_known(town.bodies["works"].pk, on=on, earlier=earlier)
    return {key: fact.value for key, fact in told["K1-001"].facts.items()}


def test_a_completed_training_with_its_certificate(town: Town) -> None:
    course(town)
    certify(town)
    training.complete("K1-001", certificate=NUMBER, by=town.roles["enterprise"], on=DONE)

    facts = known(town)

    assert (facts["Trainee.completed"], facts["Trainee.certified"]) == (True, True)
    assert (facts["Trainee.grade"], facts["Trainee.certified_on"]) == (Grade.SENIOR, DONE)


def test_a_day_before_it_is_neither_completed_nor_certified(town: Town) -> None:
    course(town)
    certify(town)
    training.complete("K1-001", certificate=NUMBER, by=town.roles["enterprise"], on=DONE)

    facts = known(town, on=date(2026, 5, 31))

    assert (facts["Trainee.completed"], facts["Trainee.certified"]) == (False, False)
    assert facts["Trainee.grade"] is None


def test_without_a_catalogue_it_is_not_known_whether_the_occupation_is_listed(town: Town) -> None:
    course(town, in_catalogue=None)

    assert known(town)["Trainee.in_catalogue"] is None


def test_a_course_not_begun_is_not_seen(town: Town) -> None:
    course(town)

    assert trainees_known(town.bodies["works"].pk, on=date(2026, 3, 31)) == {}


def test_a_certificate_older_than_the_course_does_not_follow_from_it(town: Town) -> None:
    course(town)
    certify(town, issued_on=date(2026, 3, 31))

    with pytest.raises(training.NotThisTraining, match="不是该学员经本次培训取得的"):
        training.complete("K1-001", certificate=NUMBER, by=town.roles["enterprise"], on=DONE)


def test_somebody_elses_certificate_does_not_follow_from_it(town: Town) -> None:
    course(town)
    certify(town)

    with pytest.raises(training.NotThisTraining):
        training.complete("K1-002", certificate=NUMBER, by=town.roles["enterprise"], on=DONE)


def test_a_certificate_ends_one_training_only(town: Town) -> None:
    course(town)
    course(town, "K2")
    certify(town)
    training.complete("K1-001", certificate=NUMBER, by=town.roles["enterprise"], on=DONE)

    with pytest.raises(training.NotThisTraining):
        training.complete("K2-001", certificate=NUMBER, by=town.roles["enterprise"], on=DONE)


def test_nobody_is_entered_twice(town: Town) -> None:
    opened = course(town)

    again = training.enter(opened, [town.people["master"].pk])

    assert again == []
    assert opened.trainees.count() == 2


def test_a_number_is_given_once(town: Town) -> None:
    course(town)

    with pytest.raises(training.NumberTaken, match="K1已有登记"):
        course(town)


def test_a_second_case_does_not_bring_a_second_subsidy(town: Town) -> None:
    course(town)
    certify(town)
    training.complete("K1-001", certificate=NUMBER, by=town.roles["enterprise"], on=DONE)
    training.record_subsidy("K1-001", case_number=CASE, on=DONE)

    assert known(town)["Trainee.drawn"] is True
    assert known(town, case_number=CASE)["Trainee.drawn"] is False
    assert known(town, before=DONE)["Trainee.drawn"] is False
    with pytest.raises(training.DrawnAlready):
        training.record_subsidy("K1-001", case_number="20260000002", on=DONE)


def test_another_organisations_trainee_is_not_found(town: Town) -> None:
    course(town)

    with pytest.raises(TraineeUnknown):
        get_trained(town.bodies["union"].pk, "K1-001")
