"""Filings, sessions and certificates on record."""

from datetime import date

import pytest

from gongtu.base.errors import Refused
from gongtu.engines.credentials.choices import ReasonClass
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade, RevocationReason
from gongtu.registers.skills.known import certificates_known
from gongtu.registers.skills.models import Assessor, Certificate, Occupation
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.queries import (
    find_filing,
    highest_grade,
    list_candidates,
    list_certificates,
    list_public,
)
from tests.registers.skills.sitting import DAY, file_for, sit
from tests.scenarios.town import FITTER, Town


def test_filing_covers_only_the_grades_between(town: Town) -> None:
    works = town.bodies["works"].pk

    assert find_filing(works, FITTER, Grade.SENIOR, on=DAY) is not None
    assert find_filing(works, FITTER, Grade.TECHNICIAN, on=DAY) is None
    assert find_filing(works, FITTER, Grade.SENIOR, on=date(2026, 3, 1)) is None


def test_grades_in_the_wrong_order_are_not_filed(town: Town) -> None:
    with pytest.raises(skills.FilingNotSound, match="高于最高等级"):
        file_for(town, Grade.SENIOR, Grade.JUNIOR)


def test_an_assessor_keeps_its_serial(town: Town) -> None:
    with pytest.raises(skills.FilingNotSound, match="已有序列码020001"):
        file_for(town, Grade.JUNIOR, Grade.SENIOR, site="020002")


def test_only_who_passed_in_both_parts_is_certified(town: Town) -> None:
    sit(town, "20260000001")

    assert [c.passed for c in list_candidates("20260000001")] == [True, False]
    assert list(Certificate.objects.values_list("person__name", flat=True)) == ["王师傅"]


def test_numbers_follow_one_another_without_gaps(town: Town) -> None:
    sit(town, "20260000001", marks="王师傅 88 91\n小李 60 60")
    sit(town, "20260000002", Grade.INTERMEDIATE)

    numbers = Certificate.objects.order_by("id").values_list("number", flat=True)
    assert list(numbers) == [
        "Y000037020001263000001",
        "Y000037020001263000002",
        "Y000037020001264000003",
    ]


def test_a_failed_issue_takes_no_number(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise Refused("签名失败。")

    monkeypatch.setattr("gongtu.engines.credentials.services.issue_all", fail)
    with pytest.raises(Refused):
        sit(town, "20260000001")

    assert Assessor.objects.get().last_serial == 0
    assert Certificate.objects.count() == 0


def test_the_public_finds_a_certificate_by_number_and_name(town: Town) -> None:
    sit(town, "20260000001")

    sought = Sought.read(" y000037020001263000001")
    assert [one.number for one in list_public(sought, "王师傅")] == [sought.number]
    assert list_public(sought, "李师傅") == []


def test_revocation_needs_a_hearing(town: Town) -> None:
    sit(town, "20260000001")

    with pytest.raises(Refused, match="听取持证人的陈述"):
        revoke(town, heard=" ")


def test_revoked_certificate_counts_no_more(town: Town) -> None:
    sit(town, "20260000001")
    master = town.people["master"]

    revoke(town, heard="持证人承认替考。")

    assert list_certificates(master.pk)[0].status == "revoked"
    assert highest_grade(master.pk) is None
    with pytest.raises(skills.CertificateNotValid):
        revoke(town, heard="再次。")


def revoke(town: Town, *, heard: str) -> None:
    skills.revoke_certificate(
        "Y000037020001263000001", reason=RevocationReason.OBTAINED_BY_FRAUD, told="替考。",
        heard=heard, by=town.roles["enterprise"], on=DAY,
    )  # fmt: skip


def test_lines_that_name_nobody_are_told_with_their_number(town: Town) -> None:
    skills.plan_session(
        "20260000001", organisation=town.bodies["works"].pk, occupation=FITTER,
        grade=Grade.SENIOR, place="一号车间", on=DAY,
    )  # fmt: skip

    with pytest.raises(skills.RowsWrong) as wrong:
        skills.list_in("20260000001", "王师傅\n\n张三\n李四", on=DAY)

    assert wrong.value.reasons == (
        "第3行：名单中没有“张三”。",
        "第4行：名单中没有“李四”。",
    )
    assert list_candidates("20260000001").count() == 0


def test_a_subsidy_is_noted_once(town: Town) -> None:
    sit(town, "20260000001")
    number = "Y000037020001263000001"
    skills.record_subsidy(number, case_number="20260000009", on=DAY)

    with pytest.raises(skills.AlreadySubsidised):
        skills.record_subsidy(number, case_number="20260000010", on=DAY)


def test_what_was_drawn_before_is_seen_from_each_certificate(town: Town) -> None:
    sit(town, "20260000001", Grade.SENIOR)
    sit(town, "20260000002", Grade.INTERMEDIATE)
    skills.record_subsidy("Y000037020001263000001", case_number="20260000009", on=DAY)

    seen = certificates_known(town.people["master"].pk, applied_on=DAY)

    lower = seen["Y000037020001264000002"].facts
    assert lower["Drawn.higher_grade"].value is True
    assert lower["Drawn.same_grade"].value is False
    assert lower["Drawn.this_year"].value == 1


def test_occupations_are_loaded_from_the_file_of_the_city(db: None, tmp_path) -> None:
    path = tmp_path / "occupations_2022.csv"
    path.write_text("code,name_zh,minor_name\n6-20-01-01,装配钳工,机械装配\n", "utf8")

    assert skills.load_occupations(path, edition="2022") == 1
    assert skills.load_occupations(path, edition="2022") == 1
    assert Occupation.objects.get().family == "机械装配"


@pytest.mark.parametrize("order", [("2015", "2022"), ("2022", "2015")])
def test_the_latest_edition_stands_and_no_other_is_lost(db: None, tmp_path, order) -> None:
    said = {"2015": "6-20-01-01,机械装调工\n6-99-99-99,打字员", "2022": "6-20-01-01,装配钳工"}
    for edition in order:
        path = tmp_path / f"occupations_{edition}.csv"
        path.write_text(f"code,name_zh\n{said[edition]}\n", "utf8")
        skills.load_occupations(path, edition=edition)

    standing = Occupation.objects.values_list("code", "name", "edition")
    assert set(standing) == {
        ("6-20-01-01", "装配钳工", "2022"), ("6-99-99-99", "打字员", "2015"),
    }  # fmt: skip
    versions = Occupation.objects.get(code="6-20-01-01").versions
    assert list(versions.values_list("edition", "name")) == [
        ("2022", "装配钳工"), ("2015", "机械装调工"),
    ]  # fmt: skip


def test_reasons_of_revocation_are_those_of_credentials() -> None:
    """But for an end before the term: certificates have none."""
    known = {reason.value for reason in RevocationReason}

    assert known | {ReasonClass.ENDED.value} == set(ReasonClass.values)
