"""What is to be returned stands on the desk that decided it, until it has come back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from gongtu.engines.casework.models import Case
from gongtu.policy import providers
from tests.cast import Cast
from tests.factories import corrections as given
from tests.factories.corrections import NEXT

ADDRESS = reverse("desk:list_recoveries")


@pytest.fixture
def owing(cast: Cast, settings: Any) -> Iterator[Case]:
    settings.GONGTU_TODAY = NEXT
    before = providers.use_decisions(given.decided())
    yield given.owed_back(cast)
    providers.use_decisions(before)


def test_the_deciding_office_sees_who_owes_what(cast: Cast, owing: Case) -> None:
    page = cast.client(cast.liu).get(ADDRESS).content.decode()

    assert "¥2,000.00" in page
    assert "待退回" in page
    assert reverse("desk:record_return", args=[owing.number]) in page


def test_who_owes_it_reads_how_much_why_and_until_when(cast: Cast, owing: Case) -> None:
    own = reverse("cases:show_case", args=[owing.number])

    page = cast.client(cast.wang).get(own).content.decode()

    assert "应当退回的款项" in page
    assert "要求退回¥2,000.00" in page
    assert "证书撤销。" in page
    assert "退回期限待核" in page


def test_other_offices_see_none_of_it(cast: Cast, owing: Case) -> None:
    for office in (cast.education, cast.zheng):
        assert owing.number not in cast.client(office).get(ADDRESS).content.decode()
    for somebody in (cast.wang, cast.clerk):
        assert cast.client(somebody).get(ADDRESS).status_code == 403


def test_where_nothing_is_owed_back_it_says_so(cast: Cast) -> None:
    assert "没有待退回的款项" in cast.client(cast.liu).get(ADDRESS).content.decode()
