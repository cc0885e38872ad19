"""What a programme needs changes for whoever begins later."""

from decimal import Decimal

from django.urls import reverse

from gongtu.registers.credits.queries import terms_on
from tests.cast import DAY, Cast
from tests.scenarios.credit_bank import PUBLISHED, opened


def test_new_terms_apply_from_today_on(cast: Cast) -> None:
    programme = opened(cast.school, {"needed": 20, "ceiling": 12})
    page = reverse("school:change_terms", args=[programme.pk])
    told = {"needed": "30", "ceiling": "9", "instrument": "新办法"}

    answer = cast.client(cast.school).post(page, told)

    assert answer.status_code == 302
    needed = [terms_on(programme.pk, on=on).needed for on in (PUBLISHED, DAY)]
    assert needed == [Decimal(20), Decimal(30)]
