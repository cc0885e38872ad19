"""An office put into a colleague's hands, and taken back."""

from datetime import date

from django.urls import reverse

from gongtu.parties import queries, services
from gongtu.parties.models import Delegation
from gongtu.parties.roles import ENTERPRISE
from tests.parties.conftest import DAY, World
from tests.web.account.conftest import Enter


def test_office_is_delegated_on_the_page(world: World, enter: Enter) -> None:
    officer = world.officer(world.wang, world.works, ENTERPRISE)
    world.officer(world.li, world.works, ENTERPRISE)
    client = enter(world.account(world.wang), officer.key)
    answers = {
        "to": str(world.li.pk), "since": "2026-09-01", "last": "2026-09-05", "reason": "年休假",
    }  # fmt: skip

    client.post(reverse("account:delegate"), answers)

    delegation = Delegation.objects.get()
    assert (delegation.to, delegation.until) == (world.li, date(2026, 9, 6))
    shown = enter(world.account(world.li)).get(reverse("account:show_account")).content.decode()
    assert "年休假" in shown


def test_past_delegation_is_refused_on_the_page(world: World, enter: Enter) -> None:
    officer = world.officer(world.wang, world.works, ENTERPRISE)
    world.officer(world.li, world.works, ENTERPRISE)
    client = enter(world.account(world.wang), officer.key)
    answers = {
        "to": str(world.li.pk), "since": "2026-08-01", "last": "2026-08-05", "reason": "年休假",
    }  # fmt: skip

    page = client.post(reverse("account:delegate"), answers)

    assert page.status_code == 422
    assert "委托期间应自今日或者以后开始" in page.content.decode()


def test_delegation_is_ended_by_its_giver(world: World, enter: Enter) -> None:
    officer = world.officer(world.wang, world.works, ENTERPRISE)
    world.officer(world.li, world.works, ENTERPRISE)
    delegation = services.delegate(
        queries.get_office(officer.office), world.li,
        since=DAY, until=date(2026, 9, 5), reason="年休假", by=officer, on=DAY,
    )  # fmt: skip

    enter(world.account(world.wang)).post(reverse("account:end_delegation", args=[delegation.pk]))

    assert Delegation.objects.count() == 0
