"""The second end of a recovery: not pursued, by two officers, on the basis of a document."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case, Letter, WriteDown
from gongtu.engines.ledger.models import Entry
from gongtu.engines.ledger.queries import balances, list_commitments_of
from gongtu.engines.ledger.reconcile import reconcile
from gongtu.records.journal.models import JournalEntry
from tests.cast import Cast
from tests.factories import corrections as given
from tests.factories.corrections import NEXT

LIST = reverse("desk:list_recoveries")
TOLD = {"amount": "500", "basis": "青财〔2026〕1号", "reason": "追回成本高于金额。"}


def proposed(cast: Cast, case: Case, who: Any = None, **told: str) -> Any:
    address = reverse("desk:propose_write_down", args=[case.number])
    return cast.client(who or cast.liu).post(address, TOLD | told)


def settled(cast: Cast, who: Any, settle: str = "confirm", reason: str = "") -> Any:
    address = reverse("desk:settle_write_down", args=[WriteDown.objects.latest("id").pk])
    return cast.client(who).post(address, {"settle": settle, "reason": reason})


def owed(case: Case) -> tuple[int, int]:
    promise = list_commitments_of(case.number).get()
    return promise.receivable, promise.written_down


def page(cast: Cast, who: Any, address: str = LIST, **headers: str) -> str:
    return str(cast.client(who).get(address, headers=headers).content.decode())


def test_one_proposes_another_decides_and_the_person_is_told(cast: Cast, owing: Case) -> None:
    own = reverse("cases:show_case", args=[owing.number])
    assert proposed(cast, owing).status_code == 302
    assert owed(owing) == (200_000, 0)
    assert "决定核销</button>" not in page(cast, cast.liu)
    assert "待决定：核销¥500.00，依据青财〔2026〕1号" in page(cast, cast.sun)
    assert "待决定" not in page(cast, cast.wang, own)

    assert settled(cast, cast.sun).status_code == 302

    assert owed(owing) == (150_000, 50_000)
    assert reconcile().problems == []
    assert balances("unemployment-insurance-fund")[0].written_down.fen == 50_000
    entry = Entry.objects.get(kind="write-down")
    assert (entry.reason, entry.actor_account) == ("青财〔2026〕1号", cast.sun.account)
    letter = Letter.objects.get(kind="written_down")
    assert (letter.to_person_id, letter.title_en) == (
        cast.wang.person, "Decision to write down a difference",
    )  # fmt: skip
    assert "<strong>500.00元</strong>不再要求你退回" in letter.zh
    assert "追回成本高于金额。" in letter.zh
    assert "CNY 1500.00 is still to be returned" in letter.en
    shown = page(cast, cast.wang, own)
    assert "差额已核销一部分" in shown
    assert "¥500.00不再要求退回，作为差额核销" in shown
    kinds = JournalEntry.objects.filter(chain=f"case:{owing.number}", kind__contains="writ")
    assert [one.kind for one in kinds.order_by("seq")] == ["write-down-proposed", "written-down"]


def test_all_of_it_written_down_is_a_state_of_its_own(cast: Cast, owing: Case) -> None:
    proposed(cast, owing, amount="2000")
    settled(cast, cast.sun)
    own = reverse("cases:show_case", args=[owing.number])
    english = {"accept-language": "en"}

    assert owed(owing) == (0, 200_000)
    for who, address in ((cast.liu, LIST), (cast.liu, own), (cast.wang, own)):
        assert "差额已核销</span>" in page(cast, who, address)
    assert "Written down as a difference</span>" in page(cast, cast.liu, LIST, **english)
    assert "没有还应退回的款项" in Letter.objects.get(kind="written_down").zh
    assert proposed(cast, owing, amount="1").status_code == 422


def test_part_comes_back_and_the_rest_is_let_go(cast: Cast, owing: Case) -> None:
    told = {"amount": "1500", "came_on": NEXT.isoformat(), "receipt": "回单1", "checked": "on"}
    cast.client(cast.liu).post(reverse("desk:record_return", args=[owing.number]), told)
    proposed(cast, owing)
    settled(cast, cast.sun)

    assert owed(owing) == (0, 50_000)
    shown = page(cast, cast.liu)
    assert "差额已核销</span>" in shown
    assert "凭证回单1" in shown
    assert "核销¥500.00，依据青财〔2026〕1号" in shown


def test_a_second_click_does_nothing_twice(cast: Cast, owing: Case) -> None:
    proposed(cast, owing)
    assert proposed(cast, owing).status_code == 422
    assert WriteDown.objects.count() == 1
    settled(cast, cast.sun)

    assert settled(cast, cast.sun).status_code == 422

    assert owed(owing) == (150_000, 50_000)
    assert Letter.objects.filter(kind="written_down").count() == 1


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"amount": "2000.01"}, "不超过还应退回的2000.00元"),
        ({"amount": "0"}, "大于零"),
        ({"amount": "-1"}, "0"),
        ({"basis": "  "}, "必填"),
        ({"reason": "  "}, "必填"),
    ],
)
def test_what_cannot_be_is_refused(
    cast: Cast, owing: Case, told: dict[str, str], says: str
) -> None:
    answer = proposed(cast, owing, **told)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not WriteDown.objects.exists()


def test_who_proposed_it_does_not_decide_it_and_dropping_needs_reasons(
    cast: Cast, owing: Case
) -> None:
    proposed(cast, owing)
    assert settled(cast, cast.liu).status_code == 403
    assert JournalEntry.objects.filter(kind="refused", what__act="write-down").exists()
    assert settled(cast, cast.sun, "drop").status_code == 422

    assert settled(cast, cast.sun, "drop", "应当追回。").status_code == 302

    assert owed(owing) == (200_000, 0)
    assert not Letter.objects.filter(kind="written_down").exists()
    assert WriteDown.objects.get().dropped_for == "应当追回。"
    assert proposed(cast, owing).status_code == 302


def test_more_than_is_still_owed_by_then_is_not_written_down(cast: Cast, owing: Case) -> None:
    proposed(cast, owing, amount="2000")
    casework.record_return(
        owing.number, amount=given.Yuan(1), came_on=NEXT, receipt="回单1", by=cast.liu, on=NEXT
    )

    answer = settled(cast, cast.sun)

    assert answer.status_code == 422
    assert "不超过还应退回的1999.00元" in answer.content.decode()
    assert owed(owing) == (199_900, 0)


def test_only_the_deciding_office_has_to_do_with_it(cast: Cast, owing: Case) -> None:
    proposed(cast, owing)
    for somebody, status in (
        (cast.zheng, 404),
        (cast.education, 404),
        (cast.wang, 403),
        (cast.clerk, 403),
    ):
        assert proposed(cast, owing, somebody).status_code == status
        assert settled(cast, somebody).status_code == status
    owing.conflicts.create(person_id=cast.sun.person, reason="是亲属。", declared_on=NEXT)
    assert settled(cast, cast.sun).status_code == 403
    assert owed(owing) == (200_000, 0)


def test_owed_after_all_it_is_not_paid_a_second_time(cast: Cast, owing: Case) -> None:
    proposed(cast, owing, amount="2000")
    settled(cast, cast.sun)
    given.Certificate.objects.update(status="valid", revoked_on=None, revoked_for="")
    found = given.told(cast)

    casework.settle_correction(found.pk, confirm=True, reason="证书有效。", by=cast.sun, on=NEXT)

    promise = list_commitments_of(owing.number).get()
    assert (promise.amount, promise.paid, promise.written_down) == (200_000, 200_000, 0)
    assert reconcile().problems == []
