"""People are found by name or number, inside what one's capacity reaches."""

from django.urls import reverse

from gongtu.parties import services
from gongtu.parties.capacity import CLOCK
from gongtu.parties.roles import ENTERPRISE
from tests.parties.conftest import DAY, WANG, World
from tests.web.account.conftest import Enter


def test_employer_finds_its_own_people(world: World, enter: Enter) -> None:
    services.employ(world.wang, world.works, by=CLOCK, on=DAY)
    officer = world.officer(world.zhao, world.works, ENTERPRISE)
    client = enter(world.account(world.zhao), officer.key)

    by_name = client.get(reverse("account:find_people"), {"q": "王"}).content.decode()
    by_number = client.get(reverse("account:find_people"), {"q": WANG}).content.decode()
    other = client.get(reverse("account:find_people"), {"q": "李"}).content.decode()

    assert "王师傅" in by_name
    assert "3702**********451X" in by_number
    assert "没有查到，或者不在您当前身份可以查看的范围内" in other


def test_worker_looks_for_nobody(world: World, enter: Enter) -> None:
    client = enter(world.account(world.wang), "worker")

    assert client.get(reverse("account:find_people"), {"q": "李"}).status_code == 403
