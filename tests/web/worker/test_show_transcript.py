"""A transcript is read by whose it is alone."""

from django.urls import reverse

from tests.cast import DAY, Cast
from tests.factories.skills import certificate
from tests.scenarios.credit_bank import counted, opened

RULES = {"needed": 20, "ceiling": 12, "certificate": {"senior": {"机械基础": 6}}}


def test_a_transcript_says_how_far_it_is(cast: Cast) -> None:
    opened(cast.school, RULES)
    certificate(cast)
    made = counted(cast.person(cast.wang), cast.school, number="20250000008", on=DAY)
    page = reverse("worker:show_transcript", args=[made.student.number])

    shown = cast.client(cast.wang).get(page).content.decode()

    assert "还差 14 学分" in shown
    assert "申请学业证书" not in shown
    assert cast.client(cast.stranger).get(page).status_code == 404
