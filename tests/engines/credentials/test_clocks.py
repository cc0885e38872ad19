"""Signatures that say they were made later than now: nobody can tell, and is told why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.clocks import clocks_differ
from gongtu.engines.credentials.genuine import Findings
from gongtu.engines.credentials.presentations import verify_presentation
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.records.context import CHINA, acting_at, instant_of
from tests.engines.credentials.documents import DAY, Signatory, envelope, jwt
from tests.engines.credentials.test_credentials import issued

pytestmark = pytest.mark.django_db
ISSUER = Signatory()
NOW = instant_of(DAY)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with acting_at(NOW):
        yield


def signed(at: datetime, by: Signatory = ISSUER, **options: Any) -> dict[str, Any]:
    return by.signs(by.credential(), created=at.isoformat(), **options)


def checked(at: datetime, **options: Any) -> Verification:
    return verify(signed(at, **options), on=DAY)


def assert_open(found: Findings, pointer: str) -> None:
    """The signature is right, and yet nobody can tell."""
    assert not found.is_genuine
    last = found.steps[-1]
    assert (last.key, last.passed) == ("signature", None)
    assert [one.pointer for one in last.problems] == [pointer]
    assert "时钟不准" in last.says


@pytest.mark.parametrize("ahead", [-HOUR, timedelta(), 5 * MINUTE])
def test_clocks_set_with_care_may_differ_a_little(ahead: timedelta) -> None:
    assert checked(NOW + ahead).verdict == Verdict.VALID


@pytest.mark.parametrize("ahead", [5 * MINUTE + timedelta(seconds=1), HOUR, timedelta(days=400)])
def test_what_is_dated_later_leaves_the_question_open(ahead: timedelta) -> None:
    found = checked(NOW + ahead)

    assert found.verdict == Verdict.CANNOT_TELL
    assert_open(found, "/proof/created")


def test_it_is_told_when_it_says_it_was_signed() -> None:
    assert "2026-09-01 13:00" in checked(NOW + HOUR).steps[-1].says


def test_each_proof_of_several_is_looked_at() -> None:
    both = Signatory().signs(signed(NOW), created=(NOW + HOUR).isoformat())

    assert_open(verify(both, on=DAY), "/proof/1/created")


def test_a_changed_word_is_told_first() -> None:
    forged = {**signed(NOW + HOUR), "name": "another"}

    found = verify(forged, on=DAY)

    assert [step.passed for step in found.steps if step.key == "signature"] == [False]


def test_a_proof_that_has_expired_is_refused_as_before() -> None:
    ended = {"expires": (NOW - 5 * MINUTE).isoformat()}
    assert checked(NOW - HOUR, **ended).verdict == Verdict.VALID
    over = {"expires": (NOW - 6 * MINUTE).isoformat()}

    found = checked(NOW - HOUR, **over)

    assert [step.passed for step in found.steps if step.key == "signature"] == [False]


def test_an_envelope_says_when_it_was_signed_too() -> None:
    for ahead, verdict in ((5 * MINUTE, Verdict.VALID), (HOUR, Verdict.CANNOT_TELL)):
        found = verify(envelope(jwt(iat=int((NOW + ahead).timestamp()))), on=DAY)
        assert found.verdict == verdict
    assert_open(found, "/payload/iat")


def test_a_presentation_of_tomorrow_shows_nothing_today() -> None:
    shown = ISSUER.shows(signed(NOW), created=(NOW + HOUR).isoformat())

    found = verify_presentation(shown, on=DAY)

    assert_open(found, "/proof/created")
    assert found.credentials == {}


def test_where_only_the_day_is_known_any_hour_of_it_may_be() -> None:
    with acting_at(NOW, clock=NOW + timedelta(days=90)):
        assert checked(NOW + timedelta(days=90)).verdict == Verdict.VALID
        assert_open(checked(NOW + timedelta(days=91)), "/proof/created")
    with acting_at(NOW, clock=NOW - timedelta(days=90)):
        assert checked(NOW + 11 * HOUR).verdict == Verdict.VALID
        assert_open(checked(NOW + 13 * HOUR), "/proof/created")


def test_of_our_own_keys_the_day_counts(factory: int) -> None:
    with acting_at(NOW + 3 * HOUR):
        document = issued(factory).document
    assert verify(document, on=DAY).verdict == Verdict.VALID

    with acting_at(NOW - timedelta(days=1)):
        found = verify(document, on=DAY)

    assert found.verdict == Verdict.CANNOT_TELL
    assert [one.pointer for one in found.problems] == ["/proof/0/created"]


def test_as_long_as_nobody_said_by_how_much_clocks_do_not_differ() -> None:
    before = datetime(2026, 2, 1, 12, tzinfo=CHINA)

    assert clocks_differ(before) == timedelta()
    with acting_at(before):
        assert_open(verify(signed(before + MINUTE), on=date(2026, 2, 1)), "/proof/created")
