"""Certificates by the thousand: in lots, each whole; a killed run goes on where it was."""

import json
from typing import Any

import pytest

from gongtu.base.errors import Refused
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.kinds import kind_of
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.verify import verify
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.models import AssessmentSession, Assessor, Certificate
from gongtu.registers.skills.services import issuing
from gongtu.registers.skills.services.certificates import order_for
from tests.fresh import Fresh
from tests.registers.skills import killing
from tests.registers.skills.sitting import DAY, many_sit
from tests.scenarios.town import Town, found

SESSION = "20260000001"
KILLING = f"from {killing.__name__} import *; "


@pytest.fixture
def town(db: None) -> Town:
    return found()


def test_more_than_a_lot_is_issued_to_the_end(town: Town, monkeypatch: Any) -> None:
    monkeypatch.setattr(issuing, "LOT", 5)
    many_sit(town, SESSION, 13)

    skills.issue_certificates(SESSION, by=town.roles["enterprise"], on=DAY)

    numbers = list(Certificate.objects.order_by("number").values_list("number", flat=True))
    assert [int(number[-6:]) for number in numbers] == list(range(1, 14))
    assert AssessmentSession.objects.get().state == "issued"
    checked = [verify(one.document, on=DAY).verdict for one in Credential.objects.all()]
    assert checked == [Verdict.VALID] * 13


def test_the_direction_of_a_session_stands_on_its_certificates(town: Town) -> None:
    many_sit(town, SESSION, 2)
    skills.name_direction(AssessmentSession.objects.get(), "机床装配")

    skills.issue_certificates(SESSION, by=town.roles["enterprise"], on=DAY)

    first, _second = Certificate.objects.order_by("number")
    said = [one.document["credentialSubject"]["jobType"] for one in Credential.objects.all()]
    assert said == ["机床装配", "机床装配"]
    assert order_for(first).subject["jobType"] == "机床装配"
    assert ("工种/职业方向", "机床装配", "") in kind_of(Credential.objects.first()).lines(
        Credential.objects.first()
    )


def test_it_is_not_issued_twice(town: Town) -> None:
    many_sit(town, SESSION, 3)
    skills.issue_certificates(SESSION, by=town.roles["enterprise"], on=DAY)

    with pytest.raises(skills.SessionNotOpen):
        skills.issue_certificates(SESSION, by=town.roles["enterprise"], on=DAY)
    assert skills.issue_all(SESSION, by=town.roles["enterprise"], on=DAY) == 3
    assert Certificate.objects.count() == 3


def test_a_lot_that_fails_gives_its_numbers_back(town: Town, monkeypatch: Any) -> None:
    monkeypatch.setattr(issuing, "LOT", 2)
    many_sit(town, SESSION, 5)
    AssessmentSession.objects.update(state="issuing")
    issuing.issue_lot(SESSION, by=town.roles["enterprise"], on=DAY)
    with monkeypatch.context() as patched:
        patched.setattr(issuing, "write_many", fail)
        with pytest.raises(Refused):
            issuing.issue_lot(SESSION, by=town.roles["enterprise"], on=DAY)
    assert Assessor.objects.get().last_serial == 2

    skills.issue_all(SESSION, by=town.roles["enterprise"], on=DAY)

    assert Certificate.objects.count() == Credential.objects.count() == 5
    assert Assessor.objects.get().last_serial == 5


def test_numbers_that_are_used_up_are_told_before_anything_is_issued(town: Town) -> None:
    many_sit(town, SESSION, 3)
    Assessor.objects.update(last_serial=999_998)

    with pytest.raises(skills.NumbersUsedUp, match="只剩1个"):
        skills.issue_certificates(SESSION, by=town.roles["enterprise"], on=DAY)
    assert not Certificate.objects.exists()


def test_killed_again_and_again_it_misses_nobody_and_doubles_nothing(platform: Fresh) -> None:
    platform.run(KILLING + "prepare()")
    for lots in (1, 3, 2):
        platform.kill_after(lots, KILLING + "issue()")
    platform.run(KILLING + "issue()")
    told = json.loads(platform.run(KILLING + "tell()"))

    count = killing.PASSED
    assert told["state"] == "issued"
    assert told["numbers"] == [f"{n:06d}" for n in range(1, count + 1)]
    assert told["holders"] == told["passed"]
    assert told["credentials"] == told["certificates"]
    assert told["places"] == list(range(count))
    assert told["used"] == told["events"] == told["last_serial"] == count
    assert told["journal"] == []


def fail(_lines: object) -> None:
    raise Refused("no")
