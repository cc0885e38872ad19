"""A worker reads which grades count with the employer, and the employer's own table."""

from django.urls import reverse

from gongtu.base.money import Yuan
from gongtu.registers.recognition import services as recognition
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, FOUNDED, Cast
from tests.factories import recognition as recognised
from tests.factories.recognition import agreement
from tests.factories.skills import certificate

ADDRESS = reverse("worker:show_grade_pay")


def moved(cast: Cast) -> None:
    """王师傅 has left 甲公司 for 乙公司, which pays 300 yuan a month for a senior worker."""
    recognised.moved(cast)
    recognition.record_grade_pay(
        cast.bodies["other"].pk, {Grade.SENIOR: Yuan(300)}, since=DAY, instrument="薪酬制度",
        by=cast.other_clerk, on=DAY,
    )  # fmt: skip


def test_a_recognised_grade_says_since_when_and_what_it_pays(cast: Cast) -> None:
    moved(cast)

    page = cast.client(cast.wang).get(ADDRESS).content.decode()

    assert "甲公司评价，按互认协议自2026年9月1日起计入" in page
    assert "津贴建议每月¥300.00" in page
    assert "您的等级" in page


def test_own_certificate_says_where_it_counts(cast: Cast) -> None:
    moved(cast)
    held = cast.person(cast.wang).certificates.get()
    page = cast.client(cast.wang).get(
        reverse("worker:show_certificate", args=[held.number])
    ).content.decode()  # fmt: skip

    assert "乙公司" in page
    assert "津贴建议每月¥300.00" in page


def test_before_the_move_it_says_that_it_would_count_and_no_pay(cast: Cast) -> None:
    agreement(cast, since=FOUNDED)
    held = certificate(cast)
    recognition.record_grade_pay(
        cast.bodies["other"].pk, {Grade.SENIOR: Yuan(300)}, since=DAY, instrument="薪酬制度",
        by=cast.other_clerk, on=DAY,
    )  # fmt: skip
    page = cast.client(cast.wang).get(
        reverse("worker:show_certificate", args=[held.number])
    ).content.decode()  # fmt: skip

    assert "到该单位工作，等级继续计入" in page
    assert "¥300.00" not in page


def test_an_employer_that_told_nothing_is_not_guessed(cast: Cast) -> None:
    certificate(cast)

    page = cast.client(cast.wang).get(ADDRESS).content.decode()

    assert "单位未公布该等级的津贴" in page
    assert "单位还没有登记等级津贴标准" in page


def test_nobodys_staff_is_told_so(cast: Cast) -> None:
    assert "名册上没有" in cast.client(cast.stranger).get(ADDRESS).content.decode()


def test_clerk_is_refused(cast: Cast) -> None:
    assert cast.client(cast.clerk).get(ADDRESS).status_code == 403
