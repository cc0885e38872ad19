"""A person has their own record destroyed, and their account with it."""

from django.urls import reverse

from gongtu.parties import queries, services
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Account
from gongtu.parties.roles import UNION
from tests.parties.conftest import DAY, WANG, World
from tests.web.account.conftest import Enter

ANSWERS = {"reason": "不再使用", "sure": "on"}


def test_record_and_account_are_gone(world: World, enter: Enter) -> None:
    client = enter(world.account(world.wang), "worker")

    client.post(reverse("account:ask_erasure"), ANSWERS)

    assert queries.find_person_by_id_number(WANG) is None
    assert Account.objects.filter(person=world.wang).count() == 0
    assert "_auth_user_id" not in client.session


def test_employed_person_is_told_why_not(world: World, enter: Enter) -> None:
    services.employ(world.wang, world.works, by=CLOCK, on=DAY)

    page = enter(world.account(world.wang), "worker").post(reverse("account:ask_erasure"), ANSWERS)

    assert "仍在职或者仍任职的" in page.content.decode()


def test_helper_erases_nobody(world: World, enter: Enter) -> None:
    services.give_consent(
        world.wang, "helper-files-for-me", scope=queries.scope_of(world.union.pk),
        evidence="签名", by=world.as_self(world.wang), on=DAY,
    )  # fmt: skip
    world.officer(world.zhao, world.union, UNION)
    client = enter(world.account(world.zhao), f"helper:{world.wang.pk}")

    client.post(reverse("account:ask_erasure"), ANSWERS)

    assert queries.find_person_by_id_number(WANG) == world.wang
