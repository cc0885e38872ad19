"""Certificates of special abilities: of no grade, revoked and subsidised on their own."""

from datetime import date

import pytest

from gongtu.engines.entitlement.earlier import Earlier
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import RevocationReason
from gongtu.registers.skills.known import abilities_known, holder_known
from gongtu.registers.skills.queries import CertificateUnknown, highest_grade
from gongtu.registers.skills.queries.abilities import get_own_ability
from tests.scenarios.town import Town, found, furnish

DAY, CASE = date(2026, 6, 1), "20260000001"


@pytest.fixture
def town(db: None) -> Town:
    return found()


def show(town: Town, number: str = "N1", name: str = "剪纸") -> None:
    shown = skills.Shown(number, name, town.bodies["hrss"].pk)
    skills.record_ability(town.people["master"].pk, shown, by=town.roles["hrss"], on=DAY)


def known(
    town: Town, number: str = "N1", on: date = DAY, case: str = "", before: date | None = None
) -> dict[str, object]:
    told = abilities_known(town.people["master"].pk, on=on, earlier=Earlier(case, before))
    return {key: fact.value for key, fact in told[number].facts.items()}


def test_a_special_ability_is_no_grade(town: Town) -> None:
    show(town)

    assert highest_grade(town.people["master"].pk) is None


def test_it_is_known_from_its_day_and_stands_until_revoked(town: Town) -> None:
    show(town)
    skills.revoke_ability(
        "N1",
        reason=RevocationReason.ISSUED_IN_ERROR,
        told="核发有误。",
        heard="本人无异议。",
        by=town.roles["hrss"],
        on=date(2026, 7, 1),
    )

    assert abilities_known(town.people["master"].pk, on=date(2026, 5, 31)) == {}
    assert known(town, on=date(2026, 6, 30))["Ability.registered"] is True
    assert known(town, on=date(2026, 7, 1))["Ability.registered"] is False
    with pytest.raises(skills.CertificateNotValid):
        skills.revoke_ability(
            "N1",
            reason=RevocationReason.ISSUED_IN_ERROR,
            told="再次。",
            heard="无。",
            by=town.roles["hrss"],
            on=date(2026, 7, 2),
        )


def test_one_ability_brings_one_subsidy_whatever_its_certificates(town: Town) -> None:
    show(town)
    show(town, "N2")
    show(town, "N3", "直播销售")
    skills.record_ability_subsidy("N1", case_number=CASE, on=DAY)

    assert known(town, "N1", case=CASE)["Ability.drawn"] is False
    assert known(town, "N2")["Ability.drawn"] is True
    assert known(town, "N3")["Ability.drawn"] is False
    assert known(town, "N2", before=DAY)["Ability.drawn"] is False
    with pytest.raises(skills.AlreadySubsidised):
        skills.record_ability_subsidy("N1", case_number="20260000002", on=DAY)


def test_a_number_is_given_once(town: Town) -> None:
    show(town)

    with pytest.raises(skills.NumberTaken, match="N1已有登记"):
        show(town)


def test_somebody_elses_is_not_found(town: Town) -> None:
    show(town)

    with pytest.raises(CertificateUnknown):
        get_own_ability(town.people["apprentice"].pk, "N1")


@pytest.mark.parametrize(
    ("grade", "issued_on", "enough"),
    [
        ("senior", DAY, True),
        ("intermediate", DAY, False),
        ("senior", date(2026, 6, 2), False),
        ("chief_technician", DAY, True),
    ],
)
def test_senior_or_above_counts_from_its_day(
    town: Town, grade: str, issued_on: date, enough: bool
) -> None:
    furnish(town, {"certificates": [{"grade": grade, "issued_on": issued_on}]})

    told = holder_known(town.people["master"].pk, on=DAY)

    assert told["Holder.senior_or_above"].value is enough
