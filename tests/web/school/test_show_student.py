"""A school enters what it taught on a student's transcript."""

from django.urls import reverse

from gongtu.registers.credits import services as bank
from tests.cast import DAY, Cast
from tests.factories.skills import certificate
from tests.scenarios.credit_bank import counted, opened

RULES = {"needed": 20, "ceiling": 12, "certificate": {"senior": {"机械基础": 6}}}


def test_a_course_that_was_taught_counts_beside_what_was_converted(cast: Cast) -> None:
    opened(cast.school, RULES)
    certificate(cast)
    made = counted(cast.person(cast.wang), cast.school, number="20250000008", on=DAY)
    page, school = reverse("school:show_student", args=[made.student.number]), cast.school

    cast.client(school).post(page, {"course": "外语", "credits": "2.5"})

    shown = cast.client(school).get(page).content.decode()
    assert "8.5</strong> 学分" in shown
    assert "由装配钳工 高级工证书转化" in shown
    again = cast.client(school).post(page, {"course": "外语", "credits": "1"})
    assert "已有课程“外语”" in again.content.decode()


def test_the_school_reads_what_was_signed_in_its_name(cast: Cast) -> None:
    opened(cast.school, RULES)
    certificate(cast)
    made = counted(cast.person(cast.wang), cast.school, number="20250000008", on=DAY)
    page = reverse("school:show_student", args=[made.student.number])
    assert "以本校名义签名" not in cast.client(cast.school).get(page).content.decode()

    signed = bank.sign_transcript(made.student.number, by=cast.wang, on=DAY)

    shown = cast.client(cast.school).get(page).content.decode()
    assert "以本校名义签名" in shown
    assert reverse("public:show_verdict", args=[signed.number]) in shown
