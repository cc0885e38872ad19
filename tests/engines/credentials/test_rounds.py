"""The round that asks issuers elsewhere: every hour, and only for what is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.chores import fetch_issuers
from gongtu.engines.credentials.models import IssuerDocument, IssuerList
from gongtu.engines.credentials.verify import verify
from gongtu.records.context import instant_of
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import schedule
from tests.engines.credentials.documents import DAY, jwt
from tests.engines.credentials.school import LIST, School, allow_this_machine, believed, served

pytestmark = pytest.mark.django_db
NOW, HOUR = instant_of(DAY), timedelta(hours=1)
KEYS = "/.well-known/did.json"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[School]:
    """It is believed, its list is noted, and it was never asked."""
    allow_this_machine(monkeypatch)
    with served(monkeypatch, tmp_path) as school, believed(school):
        IssuerList.objects.create(did=school.did, address=school.list_address)
        school.publishes(school.signs(school.status_list()))
        yield school


def kept_for(school: School, ttl: Any, **change: Any) -> dict[str, Any]:
    """Its list, with what it says of how long it may be kept; `...` says nothing."""
    told = school.status_list(**change)
    if ttl is not ...:
        told["credentialSubject"]["ttl"] = ttl
    return told


def asked(school: School, after: timedelta) -> list[str]:
    """What a round so long after the first asks for."""
    school.asked.clear()
    fetch_issuers(Job(payload={"at": (NOW + after).isoformat()}))
    return list(school.asked)


def test_a_round_is_made_every_hour() -> None:
    assert schedule()["fetch-issuers"].after(NOW) == NOW + HOUR


def test_each_round_asks_only_for_what_is_due(school: School) -> None:
    school.publishes(school.signs(kept_for(school, 2 * 3_600_000)))

    rounds = [asked(school, hour * HOUR) for hour in range(25)]

    assert rounds[:4] == [[KEYS, LIST], [], [LIST], []]
    assert rounds[24] == [KEYS, LIST]
    assert sum(map(len, rounds)) == 2 + 13


@pytest.mark.parametrize(
    ("ttl", "after"),
    [
        (2 * 3_600_000, 2 * HOUR),
        (300_000, HOUR),
        (0, HOUR),
        (-1, HOUR),
        (7 * 86_400_000, 24 * HOUR),
        (2**53 - 1, 24 * HOUR),
        (..., 24 * HOUR),
        ("300000", 24 * HOUR),
        (True, 24 * HOUR),
    ],
    ids=str,
)
def test_a_list_is_asked_for_again_when_it_says_within_a_round_and_a_day(
    school: School, ttl: Any, after: timedelta
) -> None:
    school.publishes(school.signs(kept_for(school, ttl)))

    asked(school, timedelta())

    assert IssuerList.objects.get().due_at == NOW + after


def test_an_enveloped_list_is_asked_for_again_when_it_says(school: School) -> None:
    school.publishes(jwt(school, **kept_for(school, 2 * 3_600_000)))

    asked(school, timedelta())

    assert IssuerList.objects.get().due_at == NOW + 2 * HOUR


@pytest.mark.parametrize(
    ("until", "after"), [(3 * HOUR, 3 * HOUR), (HOUR / 2, HOUR), (99 * HOUR, 24 * HOUR)], ids=str
)
def test_a_list_is_asked_for_again_when_it_holds_no_more(
    school: School, until: timedelta, after: timedelta
) -> None:
    told = school.status_list(validUntil=(NOW + until).isoformat())
    school.publishes(school.signs(told))

    asked(school, timedelta())

    assert IssuerList.objects.get().due_at == NOW + after


def test_what_could_not_be_had_is_asked_for_again_in_the_next_round(school: School) -> None:
    keys, lists = school.answer, school.answers[LIST]
    school.answer = school.answers[LIST] = (503, b"")
    assert asked(school, timedelta()) == [KEYS, LIST]
    school.answer = keys
    assert asked(school, HOUR) == [KEYS, LIST]
    school.answers[LIST] = lists
    assert asked(school, 2 * HOUR) == [LIST]
    assert asked(school, 3 * HOUR) == []

    assert IssuerDocument.objects.get().fetched_at == NOW + HOUR
    assert IssuerList.objects.get().fetched_at == NOW + 2 * HOUR


def test_a_list_whose_time_has_passed_is_read_and_told_of_which_hour_it_is(school: School) -> None:
    school.publishes(school.signs(kept_for(school, 300_000)))
    asked(school, timedelta())
    school.asked.clear()
    document = school.signs(school.credential(credentialStatus=school.entry()))

    found = verify(document, on=DAY + timedelta(days=1))

    assert (found.verdict, found.status_age) == (Verdict.VALID, timedelta(days=1))
    told = {step.key: step.says for step in found.steps}
    assert "状态列表是2026-09-01 12:00的" in told["status"]
    assert school.asked == []


def test_a_round_that_comes_late_asks_for_all_that_fell_due(school: School) -> None:
    assert asked(school, timedelta()) == [KEYS, LIST]
    assert asked(school, timedelta(days=3, minutes=7)) == [KEYS, LIST]
    kept: datetime | None = IssuerList.objects.get().fetched_at
    assert kept == NOW + timedelta(days=3, minutes=7)
