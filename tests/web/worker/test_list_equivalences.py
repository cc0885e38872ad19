"""A worker reads what their own record comes to, what is missing, and the rulings."""

from datetime import date

from django.urls import reverse

from gongtu.parties.models import Membership
from gongtu.registers.equivalence import services as equivalence
from gongtu.registers.equivalence.choices import Outcome, Side
from gongtu.registers.equivalence.declare import Rung
from gongtu.registers.qualifications.choices import Kind
from gongtu.registers.qualifications.services import (
    Issued,
    record_qualification,
    withdraw_qualification,
)
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, FITTER
from tests.factories.skills import certificate
from tests.web.costs import queries_of

ADDRESS = reverse("worker:list_equivalences")


def shown(cast):
    return cast.client(cast.wang).get(ADDRESS).content.decode()


def test_record_is_asked_and_the_day_that_is_missing_is_told(cast):
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2025, 1, 1))

    page = shown(cast)

    assert "可以申报：助理级职称" in page
    assert "2027年1月1日符合" in page
    assert "职业技能等级证书登记" in page
    assert "可以折算：学历" in page


def test_rulings_name_the_row_and_the_years_of_their_day(cast):
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    wanted = equivalence.Wanted(cast.wang.person, Side.GRADE, Rung(Side.TITLE, "assistant"), FITTER)
    decided = equivalence.Decided("20260000001", DAY, Outcome.GRANTED, "G1")
    equivalence.record_ruling(wanted, decided, by=cast.liu, on=DAY)

    page = shown(cast)

    assert "按自2020年12月1日起的规定作出" in page
    assert "当时的年数：2 年" in page
    assert "#since-2020-12-01" in page


def test_whoever_has_no_record_is_told_what_to_do(cast):
    Membership.objects.filter(person=cast.wang.person).delete()

    assert "没有登记您的职业" in shown(cast)


def test_page_costs_the_same_for_one_certificate_or_many(cast):
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2025, 1, 1))
    client = cast.client(cast.wang)
    few = queries_of(client, ADDRESS)
    certificate(cast, serial=2, grade=Grade.JUNIOR, issued_on=date(2022, 1, 1))

    assert queries_of(client, ADDRESS) == few


def test_qualifications_on_record_are_listed_with_what_became_of_them(cast):
    told = Issued("焊工", "H1", Kind.ACCESS, "", "某部门", date(2024, 6, 1), date(2027, 5, 31))
    record_qualification(
        cast.wang.person, told, compared_with="官方登记", case_number="20260000001",
        by=cast.liu, on=DAY,
    )  # fmt: skip

    page = shown(cast)
    assert "登记：准入类职业资格" in page
    assert "某部门，2024年6月1日颁发" in page
    assert "有效期至2027年5月31日" in page
    assert ">有效<" in page

    withdraw_qualification("20260000001", by=cast.liu, on=DAY)
    page = shown(cast)
    assert ">已撤销<" in page
    assert "登记：准入类职业资格" not in page
