"""Consents given and withdrawn on one's own page."""

from django.urls import reverse

from gongtu.parties import queries
from gongtu.parties.models import Consent
from tests.parties.conftest import DAY, World
from tests.web.account.conftest import Enter


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

    assert page.status_code == 422
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
