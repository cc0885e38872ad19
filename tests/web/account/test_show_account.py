"""One's own account: capacities that cannot be forged, consents, delegations, the access log."""

from datetime import date

import pytest
from django.urls import reverse

from gongtu.parties import access, queries, services
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Consent, Delegation
from gongtu.parties.roles import ENTERPRISE, HRSS
from tests.parties.conftest import DAY, WANG, World
from tests.web.account.conftest import Enter


def test_page_shows_every_capacity(world: World, enter: Enter) -> None:
    world.officer(world.wang, world.works, ENTERPRISE)

    page = enter(world.account(world.wang)).get(reverse("account:show_account")).content.decode()

    assert "王师傅（本人）" in page
    assert "甲公司 · 科长" in page
    assert "3702**********451X" in page
    assert WANG not in page


def test_stranger_to_the_platform_is_led_to_sign_in(client: object, db: None) -> None:
    turned = client.get(reverse("account:show_account"))  # type: ignore[attr-defined]

    assert turned.url.startswith(reverse("account_login"))


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


def test_consent_is_given_on_the_page(world: World, enter: Enter) -> None:
    client = enter(world.account(world.wang))
    answers = {"purpose": "electronic-service", "agreed": "on"}

    landed = client.post(reverse("account:give_consent"), answers)

    consent = Consent.objects.get(person=world.wang)
    assert landed.url == reverse("account:show_account")
    assert (consent.purpose, consent.evidence) == (
        "electronic-service",
        "本人于2026-09-01在“我的账户”页面勾选同意",
    )
    assert "接受电子送达" in client.get(landed.url).content.decode()


def test_consent_to_one_organisation_names_it(world: World, enter: Enter) -> None:
    client = enter(world.account(world.wang))
    answers = {"purpose": "helper-files-for-me", "agreed": "on", "organisation": "甲公司工会"}

    client.post(reverse("account:give_consent"), answers)

    assert Consent.objects.get().scope == f"organisation:{world.union.pk}"


def test_scoped_consent_without_organisation_is_asked_again(world: World, enter: Enter) -> None:
    client = enter(world.account(world.wang))
    answers = {"purpose": "helper-files-for-me", "agreed": "on"}

    page = client.post(reverse("account:give_consent"), answers)

    assert "请写明这项同意所指的单位" in page.content.decode()


def test_consent_is_withdrawn_on_the_page(world: World, enter: Enter) -> None:
    client = enter(world.account(world.wang))
    client.post(reverse("account:give_consent"), {"purpose": "benefit-claims", "agreed": "on"})
    consent = Consent.objects.get()

    client.post(reverse("account:withdraw_consent", args=[consent.pk]))

    assert not queries.has_consented(world.wang.pk, "benefit-claims", DAY)


def test_consent_of_another_is_not_withdrawn(world: World, enter: Enter) -> None:
    owner = enter(world.account(world.wang))
    owner.post(reverse("account:give_consent"), {"purpose": "benefit-claims", "agreed": "on"})
    consent = Consent.objects.get()

    answer = enter(world.account(world.stranger)).post(
        reverse("account:withdraw_consent", args=[consent.pk])
    )

    assert "只有本人可以撤回同意" in answer.content.decode()
    assert queries.has_consented(world.wang.pk, "benefit-claims", DAY)


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


def test_person_sees_who_looked(world: World, enter: Enter) -> None:
    officer = world.officer(world.liu, world.hrss, HRSS)
    access.view_person(world.wang, by=officer, on=DAY)

    page = enter(world.account(world.wang)).get(reverse("account:show_access_log"))

    assert "市人社局" in page.content.decode()
    assert "查看了档案" in page.content.decode()


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


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_request_login_code", "account_login"],
)
def test_pages_of_signing_in_wear_our_frame(db: None, client: object, name: str) -> None:
    page = client.get(reverse(name)).content.decode()  # type: ignore[attr-defined]

    assert '<main id="main"' in page


@pytest.mark.parametrize(
    "name", ["account_email", "account_change_phone", "mfa_index", "mfa_list_webauthn"]
)
def test_pages_of_an_account_wear_our_frame(world: World, enter: Enter, name: str) -> None:
    account = services.open_account(email="w@example.org", phone="13800138000", person=world.wang)

    page = enter(account).get(reverse(name), follow=True).content.decode()

    assert '<main id="main"' in page
