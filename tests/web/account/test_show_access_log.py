"""The person sees who looked at and who changed their file."""

from datetime import timedelta

from django.urls import reverse

from gongtu.parties import access
from gongtu.parties.roles import HRSS
from gongtu.web.account.accesses import PAGE, list_accesses
from tests.parties.conftest import DAY, World
from tests.web.account.conftest import Enter


def test_person_sees_who_looked(world: World, enter: Enter) -> None:
    officer = world.officer(world.liu, world.hrss, HRSS)
    access.view_person(world.wang, by=officer, on=DAY)

    page = enter(world.account(world.wang)).get(reverse("account:show_access_log"))

    assert "市人社局" in page.content.decode()
    assert "查看了档案" in page.content.decode()


def test_the_latest_day_stands_first_whatever_was_entered_first(world: World, enter: Enter) -> None:
    """What happened earlier is on record later: an import, a demo city."""
    officer = world.officer(world.liu, world.hrss, HRSS)
    for days in (2, 40, 1):
        access.view_person(world.wang, by=officer, on=DAY + timedelta(days))

    found, following = list_accesses(world.wang.pk, None, account=0)

    looks = [one.at.date() for one in found if one.did == "查看了档案"]
    assert looks == [DAY + timedelta(days) for days in (40, 2, 1)]
    assert following == ""


def test_a_long_log_is_read_page_by_page_without_a_gap(world: World, enter: Enter) -> None:
    officer = world.officer(world.liu, world.hrss, HRSS)
    for number in range(2 * PAGE):
        access.view_person(world.wang, by=officer, on=DAY + timedelta(number % 3))
    client = enter(world.account(world.wang))
    address, seen = reverse("account:show_access_log"), []
    while address:
        page = client.get(address).context
        seen += [one.seq for one in page["accesses"]]
        address = page["following"] and reverse("account:show_access_log") + page["following"]

    assert len(seen) == len(set(seen)) == 2 * PAGE + 1
