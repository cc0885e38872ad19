"""Candidates are ticked on the roster or pasted as a list."""

from datetime import date

from django.urls import reverse

from gongtu.engines.casework.models import Draft
from gongtu.parties.models import Membership
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Candidate
from tests.cast import FITTER, Cast, id_number
from tests.factories import social
from tests.factories.sessions import enrolled, planned
from tests.factories.skills import CHECKED, certificate, filing, seasoned


def address(number: str) -> str:
    return reverse("enterprise:enrol_candidates", args=[number])


def test_ticked_employees_become_candidates(cast: Cast) -> None:
    filing(cast)
    seasoned(cast)
    case = planned(cast)
    birth = cast.person(cast.wang).birth
    told = {"name": [f"王师傅 {birth}"], "names": "小李", "declared": CHECKED, "turn": case.turn}

    cast.client(cast.clerk).post(address(case.number), told)

    assert Candidate.objects.count() == 2


def test_ticks_stay_where_what_was_handed_in_is_refused(cast: Cast) -> None:
    filing(cast)
    case, birth = planned(cast), cast.person(cast.wang).birth

    page = cast.client(cast.clerk).post(address(case.number), {"name": [f"王师傅 {birth}"]})

    assert page.status_code == 422
    assert {one["name"]: one["ticked"] for one in page.context["staff"]} == {
        "王师傅": True,
        "小李": False,
    }


def test_who_may_not_apply_is_named_with_the_rule_and_the_years_missing(cast: Cast) -> None:
    filing(cast)
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    certificate(cast, grade=Grade.INTERMEDIATE, issued_on=date(2024, 3, 1))
    case = planned(cast)

    told = {"names": "王师傅", "declared": CHECKED}
    answer = cast.client(cast.clerk).post(address(case.number), told)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "王师傅不符合三级/高级工的申报条件" in page
    assert "ladder-2023-senior-2" in page
    assert "还差1年6个月" in page
    assert CHECKED in page
    assert not Candidate.objects.exists()


def test_what_is_not_known_asks_for_a_declaration_which_is_kept(cast: Cast) -> None:
    filing(cast)
    seasoned(cast)
    case = planned(cast)
    clerk = cast.client(cast.clerk)

    without = clerk.post(address(case.number), {"names": "王师傅"})
    clerk.post(address(case.number), {"names": "王师傅", "declared": CHECKED})

    assert without.status_code == 422
    assert "职业标准用哪一版申报条件" in without.content.decode()
    assert Candidate.objects.count() == 1
    case.refresh_from_db()
    assert CHECKED in str(case.move_answers)


def test_listed_candidates_are_not_offered_again(cast: Cast) -> None:
    filing(cast)
    case = enrolled(cast)

    shown = cast.client(cast.clerk).get(address(case.number)).content.decode()

    assert "名册上没有可以录入的职工" in shown


def test_unknown_name_is_told_by_its_line(cast: Cast) -> None:
    filing(cast)
    case = planned(cast)

    answer = cast.client(cast.clerk).post(address(case.number), {"names": "王师傅\n查无此人"})

    assert answer.status_code == 422
    assert "第2行：名单中没有“查无此人”" in answer.content.decode()
    assert not Candidate.objects.exists()


def test_nobody_chosen_is_told(cast: Cast) -> None:
    filing(cast)

    answer = cast.client(cast.clerk).post(address(planned(cast).number), {})

    assert "请先勾选考生" in answer.content.decode()


def test_other_enterprise_is_refused(cast: Cast) -> None:
    filing(cast)

    assert cast.client(cast.other_clerk).get(address(planned(cast).number)).status_code == 403


def test_stale_page_is_told(cast: Cast) -> None:
    filing(cast)
    case = planned(cast)

    answer = cast.client(cast.clerk).post(
        address(case.number), {"names": "小李", "turn": str(case.turn - 1)}
    )

    assert answer.status_code == 409


def test_a_social_body_writes_names_and_numbers_and_sees_no_roster(cast: Cast) -> None:
    clerk = social.filed(cast)
    seasoned(cast)
    case = social.planned(clerk)
    client = cast.client(clerk)

    form = client.get(address(case.number)).content.decode()
    wrong = client.post(address(case.number), {"names": "小李 370202198501010000"})
    client.post(address(case.number), {"names": social.WANG, "declared": CHECKED})

    assert "从名册勾选" not in form
    assert "王师傅" not in form
    assert wrong.status_code == 422
    assert "没有姓名和号码都相符的登记" in wrong.content.decode()
    assert Candidate.objects.get().person_id == cast.wang.person
    shown = client.get(reverse("cases:show_case", args=[case.number])).content.decode()
    assert id_number(1) not in shown
    assert f"王师傅 {id_number(1)[:4]}" in shown


def test_what_was_refused_leaves_no_number_in_a_draft(cast: Cast) -> None:
    clerk = social.filed(cast)
    case = social.planned(clerk)
    form = reverse("cases:make_move", args=[case.number, "enrol"])
    told = {"names": f"外人 {id_number(1)}", "turn": case.turn, "once": "1"}

    assert cast.client(clerk).post(form, told).status_code == 422

    assert id_number(1) not in str(list(Draft.objects.values_list("answers", flat=True)))
    assert not Candidate.objects.exists()
