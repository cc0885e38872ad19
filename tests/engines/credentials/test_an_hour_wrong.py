"""A clock an hour wrong, ours or the issuer's: nobody is told "valid", and why is said."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from gongtu.engines.credentials.building import build_status_list
from gongtu.engines.credentials.choices import Purpose, Verdict
from gongtu.engines.credentials.statuslist import encode
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.records.context import instant_of
from tests.engines.credentials.documents import DAY, Signatory, envelope, handed, jwt

pytestmark = pytest.mark.django_db
NOW, HOUR, MINUTE = instant_of(DAY), timedelta(hours=1), timedelta(minutes=1)
ADDRESS = "https://lists.example/7"
ISSUER = Signatory()


def stamp(at: datetime) -> str:
    return at.isoformat()


def decided(found: Verification) -> list[tuple[str, bool | None, str]]:
    """The steps that did not pass, apart from what is never on record of strangers."""
    return [
        (step.key, step.passed, step.says)
        for step in found.steps
        if step.passed is not True and step.key != "authority"
    ]


def checked(*, proof: dict[str, Any] | None = None, **change: Any) -> Verification:
    return verify(ISSUER.signs(ISSUER.credential(**change), **(proof or {})), on=DAY)


def test_what_begins_in_an_hour_is_not_valid_yet() -> None:
    found = checked(validFrom=stamp(NOW + HOUR))

    assert found.verdict == Verdict.CANNOT_TELL
    assert decided(found) == [("validity", False, "尚未生效")]
    assert checked(validFrom=stamp(NOW)).verdict == Verdict.VALID


def test_a_proof_that_ended_an_hour_ago_proves_nothing() -> None:
    ended = checked(proof={"expires": stamp(NOW - HOUR)})
    just_now = checked(proof={"expires": stamp(NOW - 4 * MINUTE)})

    assert ended.verdict == Verdict.CANNOT_TELL
    assert [step.key for step in ended.steps if step.passed is False] == ["signature"]
    assert "证明已经过期" in ended.steps[-1].says
    assert just_now.verdict == Verdict.VALID  # two clocks set with care differ by less


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [
        ({"nbf": HOUR}, Verdict.CANNOT_TELL),
        ({"exp": -HOUR}, Verdict.CANNOT_TELL),
        ({"nbf": 4 * MINUTE, "exp": -4 * MINUTE}, Verdict.VALID),
    ],
    ids=["not yet", "over", "within what clocks differ"],
)
def test_an_envelope_of_another_hour_is_not_valid(
    claims: dict[str, timedelta], verdict: Verdict
) -> None:
    told = {name: int((NOW + away).timestamp()) for name, away in claims.items()}

    found = verify(envelope(jwt(**told)), on=DAY)

    assert found.verdict == verdict
    assert bool([step for step in found.steps if step.passed is False]) is (
        verdict != Verdict.VALID
    )


@pytest.mark.parametrize(
    ("since", "until"),
    [(NOW + HOUR, NOW + 2 * HOUR), (NOW - 2 * HOUR, NOW - HOUR)],
    ids=["of the hour to come", "of the hour before"],
)
def test_a_list_of_another_hour_leaves_the_question_open(since: datetime, until: datetime) -> None:
    listed = build_status_list(
        ISSUER.did, list_id=7, purpose=Purpose.REVOCATION, at=NOW, encoded=encode([])
    )
    signed = ISSUER.signs({**listed, "validFrom": stamp(since), "validUntil": stamp(until)})
    entry = {
        "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
        "statusListIndex": "5", "statusListCredential": ADDRESS,
    }  # fmt: skip
    document = ISSUER.signs(ISSUER.credential(credentialStatus=entry))

    found = verify(document, on=DAY, lists=handed({ADDRESS: signed}))

    assert found.verdict == Verdict.CANNOT_TELL
    ((key, passed, says),) = decided(found)
    assert (key, passed) == ("status", None)
    assert "过期" in says or "尚未生效" in says
