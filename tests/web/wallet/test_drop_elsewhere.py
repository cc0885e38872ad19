"""Deleting a certificate of elsewhere: asked once more, then gone."""

from django.urls import reverse

from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.records.jobs.models import Job
from gongtu.registers.wallet.chores import empty_wallets
from gongtu.registers.wallet.models import Elsewhere
from tests.cast import DAY, Cast
from tests.factories.wallet import kept


def test_it_is_gone_after_one_question(cast: Cast) -> None:
    holder, address = cast.client(cast.wang), reverse("wallet:drop_elsewhere", args=[kept(cast).pk])

    assert "不能恢复" in holder.get(address).content.decode()
    assert Elsewhere.objects.exists()

    assert holder.post(address).url == reverse("wallet:list_held")
    assert not Elsewhere.objects.exists()
    assert holder.post(address).status_code == 404


def test_nobody_deletes_somebody_elses(cast: Cast) -> None:
    address = reverse("wallet:drop_elsewhere", args=[kept(cast).pk])

    assert cast.client(cast.li).post(address).status_code == 404
    assert Elsewhere.objects.exists()


def test_of_whoever_was_erased_nothing_is_kept(cast: Cast) -> None:
    kept(cast)
    person = cast.person(cast.wang)
    for employment in person.memberships.all():
        parties.end_membership(employment, by=CLOCK, on=DAY)
    parties.erase_person(person, reason="本人要求", by=cast.wang, on=DAY)

    assert empty_wallets(Job())["elsewhere"] == 1
    assert not Elsewhere.objects.exists()
