"""Results by file: judged row by row, entered session by session, never twice."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.parties.capacity import Capacity
from gongtu.records.files.models import StoredFile
from gongtu.records.jobs.models import Job
from gongtu.registers.sittings.models import Assignment
from gongtu.registers.skills.models import AssessmentSession, AssessorFiling, Candidate, Certificate
from tests.cast import DAY, FITTER, Cast, id_number
from tests.factories import sessions
from tests.factories.sittings import examiners as on_the_roll
from tests.factories.sittings import filed, move, named, outsider
from tests.factories.skills import CHECKED, filing, seasoned

ADDRESS = reverse("enterprise:upload_results")
HEAD = "姓名,身份证号,职业编码,等级,评价日期,评价地点,理论成绩,技能成绩,申报条件声明,考评人员编号\n"
WANG = f"王师傅,{id_number(1)},{FITTER},高级工,{DAY},一号车间,88,91,{CHECKED}"
LI = f"小李,{id_number(2)},{FITTER},三级,{DAY},一号车间,59,80,{CHECKED}"


def results(*lines: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("results.csv", (HEAD + "\n".join(lines)).encode())


def hand_in(cast: Cast, *lines: str, examiners: str | None = None) -> str:
    """What the page says in the end; an outsider examined unless told.

    A colleague handed in the first file before, so that the plans in it are drawn up.
    """
    numbers = outsider(cast).number if examiners is None else examiners
    told = [f"{one},{numbers}" for one in lines]
    if not AssessmentSession.objects.exists():
        hand_in_as(cast, sessions.colleague(cast.clerk), *told)
    return hand_in_as(cast, cast.clerk, *told)


def hand_in_as(cast: Cast, by: Capacity, *lines: str) -> str:
    """What the page says in the end of exactly these lines."""
    client = cast.client(by)
    landed = client.post(ADDRESS, {"results": results(*lines)})
    assert landed.status_code == 302
    return str(client.get(landed.url).content.decode())


@pytest.fixture(autouse=True)
def _filed(cast: Cast) -> None:
    filing(cast)
    seasoned(cast)


def test_a_file_plans_and_marks_its_sessions(cast: Cast) -> None:
    other = WANG.replace("高级工", "中级工").replace("一号车间", "二号车间")

    shown = hand_in(cast, WANG, LI, other)

    assert "共3行：新录入3条" in shown
    assert {case.stage for case in Case.objects.all()} == {"marked"}
    passed = Candidate.objects.order_by("pk").values_list("person__name", "theory", "passed")
    assert sorted(passed) == [("小李", 59, False), ("王师傅", 88, True), ("王师傅", 88, True)]
    assert AssessmentSession.objects.count() == 2
    assert not StoredFile.objects.exists()


def test_a_file_tells_who_was_absent(cast: Cast) -> None:
    absent = LI.replace("59,80", "缺考,80")

    hand_in(cast, WANG, absent)

    li = Candidate.objects.get(person=cast.li.person)
    assert (li.theory, li.practice, li.absent, li.passed) == (None, 80, True, False)
    assert "以前已录入2条" in hand_in(cast, WANG, absent)
    assert "更正1条" in hand_in(cast, WANG, LI)
    li.refresh_from_db()
    assert (li.theory, li.absent) == (59, False)


def test_who_drew_up_the_plans_of_a_file_does_not_approve_them(cast: Cast) -> None:
    line = f"{WANG},{outsider(cast).number}"
    colleague = sessions.colleague(cast.clerk)

    first = hand_in_as(cast, cast.clerk, line)
    again = hand_in_as(cast, cast.clerk, line)
    case = Case.objects.get()
    assert case.stage == "draft"
    second = hand_in_as(cast, colleague, line)

    for shown in (first, again):
        assert "1场的计划由您拟定，还没有录入成绩" in shown
        assert case.number in shown
        assert "新录入0条" in shown
    assert "新录入1条" in second
    case.refresh_from_db()
    assert case.stage == "marked"
    assert Candidate.objects.count() == 1


def test_a_plan_approved_by_itself_takes_the_results_of_whoever_drew_it_up(cast: Cast) -> None:
    line = f"{WANG},{outsider(cast).number}"
    hand_in_as(cast, cast.clerk, line)
    sessions.approved(Case.objects.get(), cast.clerk)

    assert "新录入1条" in hand_in_as(cast, cast.clerk, line)


def test_the_same_file_again_does_nothing_and_a_row_told_otherwise_is_corrected(cast: Cast) -> None:
    hand_in(cast, WANG, LI)

    assert "以前已录入2条" in hand_in(cast, WANG, LI)
    assert "更正1条，以前已录入1条" in hand_in(cast, WANG, LI.replace("59", "60"))
    assert Candidate.objects.count() == 2
    assert set(Candidate.objects.values_list("passed", flat=True)) == {True}
    assert AssessmentSession.objects.count() == Case.objects.count() == 1


def test_a_direction_within_the_occupation_is_a_session_of_its_own(cast: Cast) -> None:
    head = HEAD.replace("申报条件声明", "申报条件声明,职业方向")
    number = outsider(cast).number
    rows = (f"{WANG},机床装配,{number}", f"{LI},机床装配,{number}", f"{WANG},,{number}")
    content = (head + "\n".join(rows)).encode()

    for by in (sessions.colleague(cast.clerk), cast.clerk):
        file = SimpleUploadedFile("results.csv", content)
        cast.client(by).post(ADDRESS, {"results": file})

    told = AssessmentSession.objects.order_by("direction").values_list("direction", "candidates")
    assert [direction for direction, _candidate in told] == ["", "机床装配", "机床装配"]


def test_what_is_on_notice_is_not_told_otherwise(cast: Cast) -> None:
    hand_in(cast, WANG)
    number = AssessmentSession.objects.get().case_number
    casework.make_move(number, "publish", by=cast.clerk, on=DAY)

    assert "以前已录入1条" in hand_in(cast, WANG)
    assert "不能再增加或者更改成绩" in hand_in(cast, WANG, LI)
    assert Candidate.objects.count() == 1


def test_results_by_file_are_published_and_issued(cast: Cast, settings: Settings) -> None:
    hand_in(cast, WANG, LI)
    number = AssessmentSession.objects.get().case_number
    casework.make_move(number, "publish", by=cast.clerk, on=DAY)
    settings.GONGTU_TODAY = later = DAY + timedelta(days=14)
    casework.make_move(number, "issue", by=cast.clerk, on=later)

    assert list(Certificate.objects.values_list("person__name", flat=True)) == ["王师傅"]


WRONG = {
    "没有这一职业的备案": WANG.replace(FITTER, "6-99"),
    "不在备案的等级范围内": WANG.replace("高级工", "高级技师"),
    "不是技能等级": WANG.replace("高级工", "超级工"),
    "这一天没有有效的备案": WANG.replace(str(DAY), "2019-12-31"),
    "在今天之后": WANG.replace(str(DAY), "2026-09-02"),
    "不是日期": WANG.replace(str(DAY), "昨天"),
    "不是0至100的整数": WANG.replace("88", "101"),
    "登记的姓名不一致": WANG.replace("王师傅", "汪师傅"),
    "不是本单位在册职工": WANG.replace(id_number(1), id_number(9)),
    "末位校验码": WANG.replace(id_number(1), id_number(1)[:-1] + "A"),
    "没有填写": WANG.replace("一号车间", ""),
}


@pytest.mark.parametrize(("says", "line"), WRONG.items(), ids=WRONG)
def test_one_wrong_row_and_nothing_is_entered(cast: Cast, says: str, line: str) -> None:
    shown = hand_in(cast, LI, line)

    assert "一行也没有录入" in shown
    assert not Case.objects.exists()
    if says == "末位校验码":
        says = "身份证号码"
    assert says in shown
    assert "第3行" in shown


def test_whoever_may_not_apply_yet_is_told_as_at_enrolment(cast: Cast) -> None:
    shown = hand_in(cast, LI, WANG.replace("高级工", "技师"))

    assert "一行也没有录入" in shown
    assert "王师傅不符合二级/技师的申报条件。最接近的规则ladder-2018-technician-1" in shown
    assert not Case.objects.exists()


def test_what_is_not_known_has_to_be_declared(cast: Cast) -> None:
    shown = hand_in(cast, LI, WANG.replace(CHECKED, ""))

    assert "王师傅能否申报三级/高级工待核" in shown
    assert "新录入2条" in hand_in(cast, LI, WANG)
    assert set(Candidate.objects.values_list("declared", flat=True)) == {CHECKED}


def test_whoever_enrolled_is_not_asked_again(cast: Cast) -> None:
    sessions.enrolled(cast)

    shown = hand_in(cast, WANG.replace(CHECKED, ""), LI.replace(CHECKED, ""))

    assert "更正2条" in shown
    assert set(Candidate.objects.values_list("declared", flat=True)) == {CHECKED}


def test_no_results_are_taken_without_an_examiner_who_may_examine(cast: Cast) -> None:
    (colleague,) = on_the_roll(cast, 1, body=cast.bodies["works"])
    own = filed(cast, cast.person(cast.wang))
    refused = {
        "": "还缺1名考评人员",
        "K999999": "没有编号为“K999999”的考评人员",
        f"{outsider(cast).number}、{colleague.number}": "因“与考生同在一个单位”应当回避",
        own.number: "因“本人报考本场”应当回避",
    }

    for numbers, says in refused.items():
        shown = hand_in(cast, LI, WANG, examiners=numbers)
        assert "一行也没有录入" in shown
        assert says in shown
        assert "在“考评人员编号”一列写明" in shown

    assert not Case.objects.exists()


def test_examiners_named_on_the_page_need_no_column(cast: Cast) -> None:
    case = named(cast, sessions.planned(cast))

    assert "新录入1条" in hand_in(cast, WANG, examiners="")

    assert AssessmentSession.objects.get().case_number == case.number
    assert [one.examiner for one in Assignment.objects.all()] == [outsider(cast)]


def test_a_file_names_its_examiners_until_marks_stand(cast: Cast) -> None:
    first, second = on_the_roll(cast, 2)
    named(cast, sessions.planned(cast))

    hand_in(cast, WANG, examiners=f"{first.number.lower()}、{second.number}")
    changed = hand_in(cast, WANG, LI, examiners=first.number)
    same = hand_in(cast, WANG, LI, examiners=f"{second.number} {first.number}")

    assert "不能再改考评人员" in changed
    assert "新录入1条" in same
    assert {one.examiner for one in Assignment.objects.all()} == {first, second}


def test_no_file_enters_the_results_of_a_session_arranged_here(cast: Cast) -> None:
    case = sessions.planned(cast)
    move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)

    shown = hand_in(cast, WANG)

    assert "不能由文件或者接口录入" in shown
    assert not Candidate.objects.exists()


def test_a_row_that_stands_twice_is_told(cast: Cast) -> None:
    assert "与第2行重复" in hand_in(cast, WANG, WANG)


def test_a_filing_that_ended_covers_the_days_before(cast: Cast) -> None:
    AssessorFiling.objects.update(until=DAY - timedelta(days=1))

    assert "这一天没有有效的备案" in hand_in(cast, WANG)
    assert "新录入1条" in hand_in(cast, WANG.replace(str(DAY), str(DAY - timedelta(days=2))))


def test_wrong_rows_are_handed_back(cast: Cast) -> None:
    hand_in_as(cast, cast.clerk, WANG.replace("88", "x"))
    address = reverse("enterprise:download_result_errors", args=[Job.objects.get().pk])

    given_back = cast.client(cast.clerk).get(address)

    assert b"".join(given_back.streaming_content).startswith(b"PK")
    assert cast.client(cast.other_clerk).get(address).status_code == 404


def test_a_table_of_something_else_is_told_at_once(cast: Cast) -> None:
    file = SimpleUploadedFile("x.csv", "甲,乙\n1,2\n".encode())

    answer = cast.client(cast.clerk).post(ADDRESS, {"results": file})

    assert answer.status_code == 422
    assert "表头缺少" in answer.content.decode()


def test_a_session_being_issued_shows_how_far_it_is(cast: Cast) -> None:
    hand_in(cast, WANG, LI.replace("59", "60"))
    first = Candidate.objects.order_by("pk").first()
    AssessmentSession.objects.update(state="issuing", issued_through=first.pk if first else 0)
    number = AssessmentSession.objects.get().case_number

    shown = cast.client(cast.clerk).get(reverse("enterprise:show_session", args=[number]))

    assert "已核发1份，共2份" in shown.content.decode()


def test_worker_is_refused(cast: Cast) -> None:
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
