"""The desk tells, decides and pays corrections; whom they concern reads and answers them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from gongtu.engines.casework.models import Case
from gongtu.policy import providers
from gongtu.records.jobs.models import Job
from tests.cast import Cast
from tests.factories import corrections as given
from tests.factories.corrections import NEXT

ADDRESS = reverse("desk:list_corrections")


@pytest.fixture
def paid(cast: Cast) -> Iterator[Case]:
    """王师傅 was paid 2,000 yuan; his certificate turns out to be void."""
    before = providers.use_decisions(given.decided())
    case = given.paid(cast)
    given.void()
    yield case
    providers.use_decisions(before)


def page(cast: Cast, who: Any, address: str = ADDRESS) -> str:
    return str(cast.client(who).get(address).content.decode())


def test_it_is_told_answered_and_decided_on_pages(cast: Cast, paid: Case, settings: Any) -> None:
    settings.GONGTU_TODAY = NEXT
    found = given.proposed()
    own = reverse("cases:show_case", args=[paid.number])
    assert "¥2,000.00" in page(cast, cast.liu)
    assert "给付更正" not in page(cast, cast.wang, own)

    cast.client(cast.liu).post(reverse("desk:tell_correction", args=[found.pk]))
    assert "确认更正</button>" not in page(cast, cast.liu)
    assert "当事人尚未答复" in page(cast, cast.sun)
    assert "您有权陈述、申辩" in page(cast, cast.wang, own)
    assert "提交意见" not in page(cast, cast.sun, own)

    answer = reverse("cases:remark", args=[paid.number])
    cast.client(cast.wang).post(answer, {"reason": "证书是单位弄错的。"})
    assert "当事人已答复" in page(cast, cast.sun)
    told = {"settle": "confirm", "reason": "证书确已撤销。"}
    settle = reverse("desk:settle_correction", args=[found.pk])
    shown = cast.client(cast.sun).post(settle, told, follow=True).content.decode()

    assert "已更正" in shown
    shown = page(cast, cast.wang, own)
    assert "《给付更正决定书》" in shown
    assert "证书确已撤销。" in shown


def test_what_is_owed_in_addition_is_paid_from_the_page(cast: Cast, settings: Any) -> None:
    settings.GONGTU_TODAY = NEXT
    before = providers.use_decisions(given.decided())
    given.paid(cast, given.Grade.INTERMEDIATE)
    given.Certificate.objects.update(grade="senior")
    found = given.told(cast)
    settle = reverse("desk:settle_correction", args=[found.pk])
    cast.client(cast.sun).post(settle, {"settle": "confirm", "reason": "等级更正。"})
    assert "待补发¥500.00" in page(cast, cast.sun)
    pay = reverse("desk:pay_correction", args=[found.pk])
    assert pay not in page(cast, cast.sun)

    shown = cast.client(cast.liu).post(pay, follow=True).content.decode()
    providers.use_decisions(before)

    assert "已补发" in shown
    assert "待补发" not in shown


def test_looking_again_on_demand(cast: Cast, paid: Case) -> None:
    assert "现在重新计算" in page(cast, cast.liu)
    assert "现在重新计算" not in page(cast, cast.federation)

    cast.client(cast.liu).post(reverse("desk:look_again"))

    assert "¥2,000.00" in page(cast, cast.liu)
    assert Job.objects.get(kind="look-again").outcome["proposed"] == 1
    assert cast.client(cast.federation).post(reverse("desk:look_again")).status_code == 403


def test_while_it_runs_it_is_not_started_again(cast: Cast) -> None:
    Job.objects.create(kind="look-again", done=1, total=4, state="running")

    assert "正在重新计算，已完成25%" in page(cast, cast.liu)
    assert cast.client(cast.sun).post(reverse("desk:look_again")).status_code == 422


def test_other_offices_and_the_person_see_no_list(cast: Cast, paid: Case) -> None:
    found = given.proposed()

    assert "¥2,000.00" not in page(cast, cast.federation)
    assert "¥2,000.00" not in page(cast, cast.zheng)
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
    tell = reverse("desk:tell_correction", args=[found.pk])
    assert cast.client(cast.zheng).post(tell).status_code == 404
