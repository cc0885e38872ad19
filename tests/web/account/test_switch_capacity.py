"""Acting in another of one's capacities, which nobody can forge."""

from datetime import date

import pytest
from django.urls import reverse

from gongtu.parties import queries, services
from gongtu.parties.capacity import CLOCK
from gongtu.parties.roles import ENTERPRISE, HRSS
from tests.parties.conftest import DAY, World
from tests.web.account.conftest import Enter


def test_capacity_is_switched(world: World, enter: Enter) -> None:
    officer = world.officer(world.wang, world.works, ENTERPRISE)
    client = enter(world.account(world.wang), "worker")

    landed = client.post(reverse("account:switch_capacity"), {"capacity": officer.key})

    assert landed.url == reverse("enterprise:show_home")
    assert client.session["capacity"] == officer.key


@pytest.mark.parametrize("forged", ["office:1", "office:999", "delegation:1", "clock", "x", ""])
def test_capacity_cannot_be_forged(world: World, enter: Enter, forged: str) -> None:
    world.officer(world.liu, world.hrss, HRSS)
    client = enter(world.account(world.stranger), "worker")

    answer = client.post(reverse("account:switch_capacity"), {"capacity": forged})

    assert answer.status_code == 404
    assert "您在这一天没有这个身份" in answer.content.decode()
    assert client.session["capacity"] == "worker"


def test_forged_session_falls_back_to_oneself(world: World, enter: Enter) -> None:
    office = world.officer(world.liu, world.hrss, HRSS)
    client = enter(world.account(world.stranger), office.key)

    page = client.get(reverse("account:show_account"))

    assert page.wsgi_request.capacity.key == "worker"
    assert page.wsgi_request.capacity.person == world.stranger.pk


def test_ended_office_is_no_longer_acted_in(world: World, enter: Enter) -> None:
    officer = world.officer(world.wang, world.works, ENTERPRISE)
    office = queries.get_office(officer.office)
    office.since = date(2026, 1, 1)
    office.save()
    services.end_office(office, by=CLOCK, on=DAY)

    page = enter(world.account(world.wang), officer.key).get(reverse("account:show_account"))

    assert page.wsgi_request.capacity.key == "worker"
