"""A transcript is read by whose it is alone."""

from django.test import Client
from django.urls import reverse

from gongtu.registers.credits.models import SignedTranscript
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


def test_its_holder_has_it_signed_once_and_downloads_it(cast: Cast) -> None:
    opened(cast.school, RULES)
    certificate(cast)
    made = counted(cast.person(cast.wang), cast.school, number="20250000008", on=DAY)
    page, client = (
        reverse("worker:show_transcript", args=[made.student.number]),
        cast.client(cast.wang),
    )

    assert "取得经学校签名的成绩单" in client.get(page).text
    for _twice in range(2):
        landed = client.post(page, follow=True)
    signed = SignedTranscript.objects.get()

    assert signed.number in landed.text
    paper = client.get(reverse("worker:download_certificate", args=[signed.number]))
    assert paper.content.startswith(b"%PDF")
    checked = Client().post(
        reverse("public:check_certificate"), {"number": signed.number, "name": "王师傅"}
    )
    assert "机械基础 6" in checked.text
    assert signed.number in client.get(reverse("wallet:list_held")).text
