"""Joining an account to the registered person."""

import pytest
from django.urls import reverse

from gongtu.parties import services
from gongtu.parties.capacity import CLOCK
from tests.parties.conftest import DAY, World
from tests.web.account.conftest import Enter


def test_identity_joins_account_and_person(world: World, enter: Enter) -> None:
    person = services.register_person(
        name="新人", id_number="11010519491231002X", division=None, phone="13900139000",
        by=CLOCK, on=DAY,
    )  # fmt: skip
    account = services.open_account(phone="13900139000")
    services.change_phone(account, "13900139000", verified=True)
    answers = {"name": "新人", "id_number": "11010519491231002X"}

    enter(account).post(reverse("account:prove_identity"), answers)

    account.refresh_from_db()
    assert account.person == person


@pytest.mark.parametrize(
    ("name", "verified"), [("别人", True), ("新人", False)], ids=["other name", "unproved phone"]
)
def test_identity_that_does_not_agree_is_refused(
    world: World, enter: Enter, name: str, verified: bool
) -> None:
    services.register_person(
        name="新人", id_number="11010519491231002X", division=None, phone="13900139000",
        by=CLOCK, on=DAY,
    )  # fmt: skip
    account = services.open_account(phone="13900139000")
    services.change_phone(account, "13900139000", verified=verified)

    page = enter(account).post(
        reverse("account:prove_identity"), {"name": name, "id_number": "11010519491231002X"}
    )

    assert "不能相互印证" in page.content.decode()
