"""Every check asks the register anew: what has just changed shows in the very next one."""

from collections.abc import Callable
from datetime import date

import pytest

from gongtu.engines.credentials.choices import Effect, ReasonClass, Verdict
from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.services import revoke, suspend
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessorFiling
from tests.registers.skills.sitting import DAY, file_for, sit
from tests.scenarios.town import Town, found

LATER = date(2026, 9, 10)
Change = Callable[[Town], object]


@pytest.fixture
def town(db: None) -> Town:
    town = found()
    file_for(town, Grade.JUNIOR, Grade.SENIOR)
    sit(town, "20260000001", marks="王师傅 88 91\n小李 80 80")
    return town


def bits_flip(town: Town) -> None:
    for number in list(Credential.objects.values_list("number", flat=True)):
        revoke(
            number, ReasonClass.OBTAINED_BY_FRAUD, "替考", by=town.roles["enterprise"], on=LATER
        )  # fmt: skip


def bits_flip_for_a_time(town: Town) -> None:
    for number in list(Credential.objects.values_list("number", flat=True)):
        suspend(number, "调查", by=town.roles["enterprise"], on=LATER)


def the_key_leaks(town: Town) -> None:
    public = identity(town.bodies["works"].pk, on=DAY).signer.public
    skills.declare_key_compromised(
        public, after=date(2026, 8, 1), effect=Effect.REVOKED, reason="外泄",
        by=town.roles["hrss"], on=LATER,
    )  # fmt: skip


def the_filing_ended(town: Town) -> None:
    filing = AssessorFiling.objects.get()
    skills.end_filing(filing, reason="不再具备条件", by=town.roles["hrss"], on=DAY)


CHANGES = pytest.mark.parametrize(
    ("change", "step", "verdict"),
    [
        (bits_flip, "status", Verdict.REVOKED),
        (bits_flip_for_a_time, "status", Verdict.CANNOT_TELL),
        (the_key_leaks, "decision", Verdict.REVOKED),
        (the_filing_ended, "authority", Verdict.CANNOT_TELL),
    ],
)


def failed(checked: Verification) -> set[str]:
    return {step.key for step in checked.steps if step.passed is False}


@CHANGES
def test_the_next_check_of_the_same_certificate_says_so(
    town: Town, change: Change, step: str, verdict: Verdict
) -> None:
    document = Credential.objects.order_by("pk")[0].document
    before = verify(document, on=LATER)
    change(town)
    after = verify(document, on=LATER)

    assert (before.verdict, failed(before)) == (Verdict.VALID, set())
    assert after.verdict == verdict
    assert step in failed(after)


@CHANGES
def test_the_next_of_many_says_so(town: Town, change: Change, step: str, verdict: Verdict) -> None:
    first, second = Credential.objects.order_by("pk").values_list("document", flat=True)
    checked = []
    for document in (first, second, first):
        checked.append(verify(document, on=LATER))
        if len(checked) == 1:
            change(town)

    assert [one.verdict for one in checked] == [Verdict.VALID, verdict, verdict]
    assert all(step in failed(one) for one in checked[1:])
