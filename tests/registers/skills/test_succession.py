"""A certificate corrected or issued again is superseded by one that says what is right."""

from datetime import date

import pytest

from gongtu.base.errors import Refused
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.queries import find_credential, name_on
from gongtu.engines.credentials.verify import verify
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade, RevocationReason
from gongtu.registers.skills.models import Certificate
from gongtu.registers.skills.queries import get_certificate, history_of, issued
from gongtu.registers.skills.services import Said
from tests.registers.skills.sitting import DAY, sit
from tests.scenarios.town import Town

NUMBER = "Y000037020001263000001"
LATER = date(2026, 9, 10)


def correct(town: Town, **right: object) -> Certificate:
    return skills.correct_certificate(
        NUMBER, Said(**right), told="户口簿曾用名页", by=town.roles["enterprise"], on=LATER
    )


@pytest.fixture
def held(town: Town) -> Certificate:
    sit(town, "20260000001")
    return get_certificate(NUMBER)


def test_corrected_name_stands_on_a_certificate_of_its_own(held: Certificate, town: Town) -> None:
    new = correct(town, name="汪师傅")

    old, signed = find_credential(NUMBER), find_credential(new.number)
    assert name_on(signed) == "汪师傅"
    assert verify(signed.document, on=LATER).verdict is Verdict.VALID
    checked = verify(old.document, on=LATER)
    assert (checked.verdict, checked.superseded_by) == (Verdict.SUPERSEDED, new.number)


def test_grade_is_held_since_the_day_of_the_first(held: Certificate, town: Town) -> None:
    new = correct(town, name="汪师傅")

    assert (new.issued_on, new.grade) == (held.issued_on, held.grade)
    assert [one.number for one in issued().rows()] == [new.number]


def test_history_tells_old_and_new_side_by_side_on_both(held: Certificate, town: Town) -> None:
    new = correct(town, name="汪师傅", grade=Grade.INTERMEDIATE)

    told = [(event.kind, event.before, event.after) for event in history_of(new)]
    assert told == [
        ("issued", {}, {}),
        (
            "corrected",
            {"name": "王师傅", "grade": "senior"},
            {"name": "汪师傅", "grade": "intermediate"},
        ),
        ("issued", {}, {}),
    ]


def test_subsidy_drawn_for_the_old_goes_with_it(held: Certificate, town: Town) -> None:
    skills.record_subsidy(NUMBER, case_number="20260000009", on=DAY)

    new = correct(town, name="汪师傅")

    with pytest.raises(skills.AlreadySubsidised):
        skills.record_subsidy(new.number, case_number="20260000010", on=LATER)
    assert get_certificate(NUMBER).subsidised_on is None


def test_correction_needs_something_wrong_and_a_proof(held: Certificate, town: Town) -> None:
    with pytest.raises(skills.NothingToCorrect):
        correct(town, name="王师傅")
    with pytest.raises(skills.NothingToCorrect):
        correct(town)
    with pytest.raises(Refused, match="证明"):
        skills.correct_certificate(
            NUMBER, Said(name="汪师傅"), told=" ", by=town.roles["enterprise"], on=LATER
        )
    assert get_certificate(NUMBER).status == "valid"


def test_only_issuer_and_office_correct(held: Certificate, town: Town) -> None:
    with pytest.raises(Refused, match="只有发证单位"):
        skills.correct_certificate(
            NUMBER, Said(name="汪师傅"), told="户口簿", by=town.roles["worker"], on=LATER
        )
    assert Certificate.objects.count() == 1


def test_what_does_not_count_is_not_corrected(held: Certificate, town: Town) -> None:
    correct(town, name="汪师傅")

    with pytest.raises(skills.CertificateNotValid):
        correct(town, name="王师父")


def test_lost_certificate_is_issued_again_as_it_was(held: Certificate, town: Town) -> None:
    corrected = correct(town, name="汪师傅")

    new = skills.reissue_certificate(
        corrected.number, told="遗失", by=town.roles["enterprise"], on=LATER
    )

    assert skills.said_by(new)["name"] == "汪师傅"
    assert verify(corrected.number, on=LATER).superseded_by == new.number


def test_revocation_is_in_the_history(held: Certificate, town: Town) -> None:
    skills.revoke_certificate(
        NUMBER, reason=RevocationReason.ISSUED_IN_ERROR, told="重复核发", heard="无异议",
        by=town.roles["enterprise"], on=LATER,
    )  # fmt: skip

    last = history_of(get_certificate(NUMBER))[-1]
    assert (last.kind, last.reason_class, last.told) == ("revoked", "issued-in-error", "重复核发")
