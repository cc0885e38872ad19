"""The person sees who looked at and who changed their file."""

from django.urls import reverse

from gongtu.parties import access
from gongtu.parties.roles import HRSS
from tests.parties.conftest import DAY, World
from tests.web.account.conftest import Enter


def test_person_sees_who_looked(world: World, enter: Enter) -> None:
    officer = world.officer(world.liu, world.hrss, HRSS)
    access.view_person(world.wang, by=officer, on=DAY)

    page = enter(world.account(world.wang)).get(reverse("account:show_access_log"))

    assert "市人社局" in page.content.decode()
    assert "查看了档案" in page.content.decode()
