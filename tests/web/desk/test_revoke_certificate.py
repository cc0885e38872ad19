"""The office takes a certificate back, after its holder was heard."""

from django.test import Client
from django.urls import reverse

from gongtu.registers.skills.models import Certificate
from tests.cast import Cast
from tests.factories.wallet import signed

TOLD = {
    "reason": "issued-in-error", "told": "成绩登记有误。", "heard": "本人无异议。",
    "confirmed": "on",
}  # fmt: skip


def address(number: str) -> str:
    return reverse("desk:revoke_certificate", args=[number])


def test_office_revokes_after_hearing_the_holder(cast: Cast) -> None:
    number = signed(cast)
    officer = cast.client(cast.liu)
    page = officer.get(reverse("desk:show_certificate", args=[number])).content.decode()
    assert address(number) in page

    landed = officer.post(address(number), TOLD, follow=True).content.decode()

    held = Certificate.objects.get()
    assert (held.status, held.heard) == ("revoked", "本人无异议。")
    assert "成绩登记有误。" in landed
    public = Client().get(reverse("public:show_verdict", args=[number])).content.decode()
    assert "已撤销" in public
    assert "核发有误" in public
    assert "成绩登记有误" not in public


def test_holder_must_be_heard_and_what_was_written_stays(cast: Cast) -> None:
    number = signed(cast)

    answer = cast.client(cast.liu).post(address(number), {**TOLD, "heard": ""})

    assert answer.status_code == 422
    assert "成绩登记有误。" in answer.content.decode()
    assert Certificate.objects.get().status == "valid"


def test_nobody_else_does_and_nothing_twice(cast: Cast) -> None:
    number = signed(cast)
    for other in (cast.clerk, cast.wang, cast.union):
        assert cast.client(other).post(address(number), TOLD).status_code == 403

    officer = cast.client(cast.liu)
    officer.post(address(number), TOLD)
    assert officer.post(address(number), TOLD).status_code == 302
    again = officer.post(address(number), {**TOLD, "told": "另有原因。"})
    assert again.status_code == 422
    assert "该证书已不在有效状态" in again.content.decode()
