"""A worker sees every goal with its earliest day, and the ways to one as a picture and a list."""

from datetime import date

import pytest
from django.urls import reverse

from gongtu.engines.casework.services import make_move
from gongtu.parties.models import Membership
from gongtu.registers.education.models import Degree
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Occupation
from gongtu.registers.titles import services as titles
from gongtu.registers.titles.choices import TitleLevel
from tests.cast import DAY, FITTER, Cast
from tests.factories.apprentices import apprentice
from tests.factories.overlaps import works_twice
from tests.factories.sessions import planned
from tests.factories.sittings import move
from tests.factories.skills import certificate, filing
from tests.factories.training import announced

ADDRESS = reverse("worker:show_map")


def shown(cast: Cast, asked: str = "", status: int = 200) -> str:
    answer = cast.client(cast.wang).get(f"{ADDRESS}{asked}")
    assert answer.status_code == status
    return str(answer.content.decode())


def senior_fitter(cast: Cast) -> str:
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    StandardWording.objects.create(
        occupation_id=FITTER, wording="2023", since=date(2020, 1, 1), standard="装配钳工标准",
        source="测试", confidence="high",
    )  # fmt: skip
    return str(certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1)).number)


def schooled(cast: Cast, **told: str) -> None:
    Degree.objects.create(
        number="D1", person=cast.person(cast.wang), school="甲学院", full_time=True,
        enrolled_on=date(2016, 9, 1), graduated_on=date(2020, 7, 1), source="测试", **told,
    )  # fmt: skip


def test_goals_ways_picture_and_what_nobody_knows(cast: Cast) -> None:
    senior_fitter(cast)

    page = shown(cast)

    assert "二级/技师" in page
    assert "最早 2029年3月1日" in page
    assert '<svg class="route"' in page
    assert "<desc" in page
    assert "1步的收费待核" in page
    assert "ladder-2023-technician-1" in page


def test_picture_draws_every_goal_and_dashes_what_is_assumed(cast: Cast) -> None:
    senior_fitter(cast)

    page = shown(cast)

    picture = page.partition('aria-labelledby="map-title')[2].partition("</svg>")[0]
    labels = ["助理级职称", "二级/技师", "中级职称", "一级/高级技师", "副高级职称"]
    places = [picture.index(f'dy="-3">{one}<') for one in labels]
    assert places == sorted(places)
    assert picture.count("<path") == len(labels)
    assert picture.count('<path class="assumed"') == 4
    assert picture.count('class="goal"') == 1


def test_way_that_leads_further_than_the_goal_says_so(cast: Cast) -> None:
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    certificate(cast, grade=Grade.INTERMEDIATE, issued_on=date(2024, 3, 1))
    schooled(cast, level="technical", school_kind="technician-college",
             class_kind="pre-technician", qualified="pre-technician")  # fmt: skip

    page = shown(cast, "?goal=grade-senior")

    assert "这样走直接取得二级/技师，比所选的目标更高。" in page


def test_chosen_title_says_that_its_years_are_not_confirmed(cast: Cast) -> None:
    senior_fitter(cast)

    page = shown(cast, "?goal=title-assistant")

    assert "助理级职称的路线" in page
    assert "所用年数没有见到原文" in page
    assert "职称评审委员会" in page


def test_step_names_the_benefits_it_would_open(cast: Cast) -> None:
    senior_fitter(cast)
    certificate(cast, grade=Grade.JUNIOR, issued_on=date(2023, 3, 1), serial=2)
    Occupation.objects.create(code="6-20-01-02", name="车工")

    page = shown(cast, "?occupation=6-20-01-02&goal=grade-senior")

    assert "技能提升补贴" in page
    assert "标准待核" in page
    assert "同一小类的另一职业" in page


def test_courses_stand_at_the_nearest_grade_alone(cast: Cast) -> None:
    senior_fitter(cast)
    announced(cast, grade=Grade.TECHNICIAN)
    announced(cast, grade=Grade.SENIOR_TECHNICIAN, venue="二号楼")

    page = shown(cast, "?goal=grade-senior_technician")

    assert "甲技师学院，190学时，香港路1号实训楼" in page
    assert "还有9个名额，去报名" in page
    assert "二号楼" not in page


def test_what_if_is_a_plain_form_and_keeps_nothing(cast: Cast) -> None:
    senior_fitter(cast)

    assert "先取得大专学历" in shown(cast, "?schooling=college&by=2028-07-01")
    assert "请改正以下内容" in shown(cast, "?schooling=college&by=soon", 422)
    late = shown(cast, "?schooling=college&by=2020-07-01", 422)
    assert "预计毕业的日期要在" in late
    assert "2020-07-01" in late
    assert "最早 2029年3月1日" in late


def test_no_diploma_is_offered_that_is_held_already(cast: Cast) -> None:
    senior_fitter(cast)
    assert 'value="secondary"' in shown(cast)

    schooled(cast, level="college", school_kind="vocational", qualified="none")

    page = shown(cast)
    assert "登记的学历已经不低于大专" in page
    assert 'name="schooling"' not in page


def test_contradiction_is_a_question_that_opens_the_correction(cast: Cast) -> None:
    number = senior_fitter(cast)
    certificate(cast, grade=Grade.JUNIOR, issued_on=date(2025, 3, 1), serial=2)

    page = shown(cast)

    assert "哪一个日期有误？" in page
    assert reverse("worker:correct_certificate", args=[number]) in page


def test_what_the_ways_assume_of_contradictions_stands_beside_them(cast: Cast) -> None:
    senior_fitter(cast)
    assert "登记互相对不上的，路线这样计算" not in shown(cast)
    works_twice(cast)

    page = shown(cast)

    assert page.count("重叠的工作时间只计一次。") == 2
    assert "请人社部门核对" in page


def test_strange_goal_or_occupation_is_refused_in_words(cast: Cast) -> None:
    senior_fitter(cast)

    assert "没有这一目标" in shown(cast, "?goal=grade-emperor", 422)
    assert shown(cast, "?occupation=0-00", 404)


def test_who_has_no_occupation_on_record_is_told_what_to_do(cast: Cast) -> None:
    assert "没有登记您的职业" in shown(cast)


def test_home_leads_there_and_it_is_the_workers_own(cast: Cast) -> None:
    assert ADDRESS in cast.client(cast.wang).get(reverse("worker:show_home")).content.decode()
    assert cast.client(cast.clerk).get(ADDRESS).status_code == 403


def test_planned_session_on_the_way_tells_the_seats_left(cast: Cast) -> None:
    senior_fitter(cast)
    filing(cast)
    case = planned(cast, grade="technician", planned_on=date(2029, 6, 1))
    assert "去报名" not in shown(cast, "?goal=grade-technician")

    move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)
    move(case, "open_up", cast.clerk, rooms="一号机房 2")
    assert "还有2个座位，去报名" in shown(cast, "?goal=grade-technician")


def test_title_that_opens_a_grade_leads_to_the_session_with_its_number_filled_in(
    cast: Cast,
) -> None:
    Membership.objects.filter(person=cast.wang.person).update(
        occupation=FITTER, since=date(2022, 1, 1)
    )
    StandardWording.objects.create(
        occupation_id=FITTER, wording="2023", since=date(2020, 1, 1), standard="装配钳工标准",
        source="测试", confidence="high",
    )  # fmt: skip
    granted = titles.Granted("T1", TitleLevel.ASSISTANT, "工程", "某评审委员会")
    titles.record_title(cast.wang.person, granted, by=cast.liu, on=date(2024, 3, 1))
    filing(cast)
    case = planned(cast, grade="senior", planned_on=date(2026, 12, 1))

    page = shown(cast, "?goal=grade-senior")

    begins = reverse("cases:start_case", args=["professional-assessment"])
    body = cast.bodies["works"].pk
    assert f"{begins}?session={case.number}&amp;body={body}" in page


def test_finished_apprenticeship_on_record_is_not_called_an_assumption(cast: Cast) -> None:
    since = date(2026, 1, 5)
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER, since=since)
    StandardWording.objects.create(
        occupation_id=FITTER, wording="2018", since=date(2020, 1, 1), standard="装配钳工标准",
        source="测试", confidence="high",
    )  # fmt: skip
    case, words = apprentice(cast), "本职业学徒期满（企业证明）"
    assert words in shown(cast, "?goal=grade-junior")

    make_move(case.number, "finish", by=cast.clerk, on=DAY)

    page = shown(cast, "?goal=grade-junior")
    assert "ladder-2018-junior-2" in page
    assert words not in page


@pytest.mark.parametrize(
    ("until", "on", "rests"),
    [("2026-12-01", "2026年12月1日", True), ("2027-03-01", "2027年1月5日", False)],
)
def test_apprenticeship_that_goes_on_counts_from_its_recorded_end_if_nothing_is_sooner(
    cast: Cast, until: str, on: str, *, rests: bool
) -> None:
    since = date(2026, 1, 5)
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER, since=since)
    StandardWording.objects.create(
        occupation_id=FITTER, wording="2018", since=date(2020, 1, 1), standard="装配钳工标准",
        source="测试", confidence="high",
    )  # fmt: skip
    apprentice(cast, until=until)

    page = shown(cast, "?goal=grade-junior")

    assert on in page
    assert ("本职业学徒期满（企业证明）" in page) is rests
    assert ("ladder-2018-junior-2" in page) is rests


def test_apprenticeship_that_was_broken_off_is_not_waited_for(cast: Cast) -> None:
    since = date(2026, 1, 5)
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER, since=since)
    case = apprentice(cast, until="2026-12-01")
    assert "2026年12月1日" in shown(cast, "?goal=grade-junior")

    make_move(case.number, "break_off", by=cast.clerk, on=DAY, reason="转岗。")

    assert "2026年12月1日" not in shown(cast, "?goal=grade-junior")
