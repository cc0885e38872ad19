"""What came back is entered once, by its receipt, and told to who returned it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from gongtu.engines.casework.models import Case, Letter
from gongtu.engines.ledger.queries import list_commitments_of
from gongtu.engines.ledger.reconcile import reconcile
from gongtu.records.journal.models import JournalEntry
from tests.cast import Cast
from tests.factories.corrections import NEXT

TOLD = {"amount": "500", "came_on": NEXT.isoformat(), "receipt": "回单0001", "checked": "on"}


def entered(cast: Cast, case: Case, who: Any = None, **told: str) -> Any:
    address = reverse("desk:record_return", args=[case.number])
    return cast.client(who or cast.liu).post(address, TOLD | told)


def left(case: Case) -> int:
    return list_commitments_of(case.number).get().receivable


def test_it_comes_back_in_parts_until_nothing_is_left(cast: Cast, owing: Case) -> None:
    own = reverse("cases:show_case", args=[owing.number])

    assert entered(cast, owing).status_code == 302

    assert left(owing) == 150_000
    page = cast.client(cast.wang).get(own).content.decode()
    assert "已退回一部分" in page
    assert "还应退回¥1,500.00" in page
    assert "登记退回的款项" in page
    entered(cast, owing, amount="1500", receipt="回单0002")
    assert left(owing) == 0
    assert "已全部退回" in cast.client(cast.wang).get(own).content.decode()
    first, second = Letter.objects.filter(kind="returned").order_by("id")
    assert "还应退回1500.00元" in first.zh
    assert "CNY 1500.00 is still to be returned" in first.en
    assert "已全部退回" in second.zh
    assert second.to_person_id == cast.wang.person
    assert reconcile().problems == []
    kinds = JournalEntry.objects.filter(chain=f"case:{owing.number}")
    assert kinds.filter(kind="returned").count() == 2


def test_a_receipt_counts_once(cast: Cast, owing: Case) -> None:
    entered(cast, owing)

    again = entered(cast, owing)

    assert again.status_code == 422
    assert "凭证回单0001已经登记过" in again.content.decode()
    assert left(owing) == 150_000


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"amount": "2000.01"}, "不超过2000.00元"),
        ({"amount": "0"}, "大于零"),
        ({"amount": "-1"}, "0"),
        ({"receipt": "  "}, "必填"),
        ({"checked": ""}, "必填"),
        ({"came_on": (NEXT + timedelta(days=1)).isoformat()}, "到账日期应当在"),
        ({"came_on": (NEXT - timedelta(days=1)).isoformat()}, "到账日期应当在"),
    ],
)
def test_what_cannot_be_is_refused(
    cast: Cast, owing: Case, told: dict[str, str], says: str
) -> None:
    answer = entered(cast, owing, **told)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert left(owing) == 200_000


def test_after_everything_has_come_back_nothing_more_is_taken(cast: Cast, owing: Case) -> None:
    entered(cast, owing, amount="2000")

    assert entered(cast, owing, amount="1", receipt="回单0003").status_code == 422
    assert left(owing) == 0


def test_only_the_deciding_office_enters_it(cast: Cast, owing: Case) -> None:
    for somebody, status in (
        (cast.zheng, 404),
        (cast.education, 404),
        (cast.wang, 403),
        (cast.clerk, 403),
    ):
        assert entered(cast, owing, somebody).status_code == status
    assert left(owing) == 200_000
