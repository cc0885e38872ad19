"""Taking a certificate back: by its issuer, after hearing the holder, with a class of reason."""

from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.records.journal.models import JournalEntry
from gongtu.registers.skills.models import Certificate
from tests.cast import DAY, Cast
from tests.factories.sittings import examined
from tests.factories.skills import filing

TOLD = {
    "reason": "issued-in-error", "told": "成绩登记有误。", "heard": "本人无异议。",
    "confirmed": "on",
}  # fmt: skip


def issued(cast: Cast) -> Certificate:
    filing(cast)
    number = examined(cast).number
    marks = {"marks": "王师傅 80 90\n小李 50 50"}
    casework.make_move(number, "mark", by=cast.clerk, on=DAY, answers=marks)
    casework.make_move(number, "publish", by=cast.clerk, on=DAY)
    casework.make_move(number, "issue", by=cast.clerk, on=DAY.replace(day=20))
    return Certificate.objects.get()


def address(held: Certificate) -> str:
    return reverse("enterprise:revoke_certificate", args=[held.number])


def test_issuer_revokes_after_hearing_the_holder(cast: Cast) -> None:
    held = issued(cast)

    landed = cast.client(cast.clerk).post(address(held), TOLD, follow=True)

    held.refresh_from_db()
    assert (held.status, held.heard) == ("revoked", "本人无异议。")
    assert "核发有误" in landed.content.decode()


def test_holder_must_be_heard(cast: Cast) -> None:
    held = issued(cast)

    answer = cast.client(cast.clerk).post(address(held), {**TOLD, "heard": ""})

    held.refresh_from_db()
    assert answer.status_code == 422
    assert held.status == "valid"


def test_other_enterprise_does_not_find_it(cast: Cast) -> None:
    held = issued(cast)

    assert cast.client(cast.other_clerk).post(address(held), TOLD).status_code == 404
    assert cast.client(cast.wang).get(address(held)).status_code == 403


def test_second_click_finds_it_done(cast: Cast) -> None:
    held, client = issued(cast), cast.client(cast.clerk)
    client.post(address(held), TOLD)

    again = client.post(address(held), TOLD, follow=True)

    assert "证书已撤销" in again.content.decode()
    assert JournalEntry.objects.filter(kind="revoked", chain__contains=held.number).count() == 1


def test_revocation_for_something_else_is_refused(cast: Cast) -> None:
    held, client = issued(cast), cast.client(cast.clerk)
    client.post(address(held), TOLD)

    answer = client.post(address(held), {**TOLD, "told": "另有原因。"})

    assert answer.status_code == 422


def test_what_was_revoked_is_not_offered_for_it_again(cast: Cast) -> None:
    held, client = issued(cast), cast.client(cast.clerk)
    client.post(address(held), TOLD)

    page = client.get(address(held)).content.decode()

    assert "不能再撤销" in page
    assert 'name="heard"' not in page
