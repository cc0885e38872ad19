"""A signing key leaked: the register follows what was decided of the certificates it signed."""

from datetime import date

import pytest

from gongtu.engines.credentials.choices import Effect
from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.queries import find_credential
from gongtu.records.journal.queries import list_chain
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate
from gongtu.registers.skills.queries import highest_grade
from tests.registers.skills.sitting import DAY, file_for, sit
from tests.scenarios.town import Town, found

DECIDED = date(2026, 9, 10)


@pytest.fixture
def town(db: None) -> Town:
    town = found()
    file_for(town, Grade.JUNIOR, Grade.SENIOR)
    sit(town, "20260000001")
    return town


def decide(town: Town, effect: Effect, after: date) -> list[str]:
    public = identity(town.bodies["works"].pk, on=DAY).signer.public
    return skills.declare_key_compromised(
        public, after=after, effect=effect, reason="密钥外泄", by=town.roles["hrss"], on=DECIDED
    )


def test_a_revoked_certificate_counts_no_more_and_its_holder_reads_why(town: Town) -> None:
    (number,) = decide(town, Effect.REVOKED, date(2026, 8, 1))

    held = Certificate.objects.get(number=number)
    assert (held.status, held.revoked_on, held.revoked_for) == (
        "revoked", DECIDED, "key-compromised",
    )  # fmt: skip
    assert highest_grade(town.people["master"].pk) is None
    last = list_chain(f"person:{held.person_id}").last()
    assert last is not None
    assert (last.kind, last.what["certificate"]) == ("revoked", number)


def test_a_doubt_takes_nothing_away(town: Town) -> None:
    (number,) = decide(town, Effect.CANNOT_TELL, date(2026, 8, 1))

    credential = find_credential(number)
    assert credential is not None
    assert credential.status == "suspended"
    assert highest_grade(town.people["master"].pk) == Grade.SENIOR


def test_what_was_signed_by_the_day_is_not_touched(town: Town) -> None:
    assert decide(town, Effect.REVOKED, DAY) == []
    assert highest_grade(town.people["master"].pk) == Grade.SENIOR
