"""What a link shows to whom: nothing before the viewer says who and why, nothing after its end."""

from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.base.errors import Refused
from gongtu.engines.credentials import services as credentials
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK, PUBLIC
from gongtu.registers.skills import services as register
from gongtu.registers.skills.queries import CertificateUnknown
from gongtu.registers.skills.services import Said
from gongtu.registers.wallet import services as wallet
from gongtu.registers.wallet.choices import Part
from gongtu.registers.wallet.models import Share
from gongtu.registers.wallet.queries import views_of
from tests.cast import DAY, Cast
from tests.factories.appointments import appointed
from tests.factories.wallet import shared, signed

VIEWER = {"name": "乙公司 钱女士", "why": "核对"}


VISITORS = count(1)


def somebody() -> Client:
    """Yet another visitor, who has not looked anything up before."""
    return Client(REMOTE_ADDR=f"198.51.100.{next(VISITORS)}")


def opened(share: Share, **viewer: str) -> str:
    address = reverse("public:show_share", args=[share.token])
    return somebody().post(address, VIEWER | viewer).content.decode()


def test_before_the_viewer_has_said_who_nothing_is_shown_and_nothing_logged(cast: Cast) -> None:
    made = shared(cast, signed(cast), *Part)

    page = Client().get(reverse("public:show_share", args=[made.token]))

    told = page.content.decode()
    assert "向乙公司求职" in told
    for kept in ("王师傅", "装配钳工", made.credential.number):
        assert kept not in told
    assert (page["Cache-Control"], page["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")
    assert views_of(made) == []


def test_just_the_parts_chosen_are_shown_with_the_verdict(cast: Cast) -> None:
    number = signed(cast)

    name_only, all_parts = (
        opened(shared(cast, number, Part.NAME)),
        opened(shared(cast, number, *Part)),
    )

    assert "王师傅" in name_only
    assert number not in name_only
    assert "3702" not in name_only.replace(number, "")
    assert number in all_parts
    assert "**********" in all_parts
    for page in (name_only, all_parts):
        assert '<p class="verdict good" role="status">有效</p>' in page
        assert "装配钳工" in page
        assert "状态是本系统在这一刻的登记" in page


@pytest.mark.parametrize("missing", ["name", "why"])
def test_viewer_who_does_not_say_who_or_why_sees_nothing(cast: Cast, missing: str) -> None:
    made = shared(cast, signed(cast), Part.NAME)

    page = opened(made, **{missing: " "})

    assert "王师傅" not in page
    assert views_of(made) == []


@pytest.mark.parametrize("missing", ["name", "why"])
def test_nor_past_the_page(cast: Cast, missing: str) -> None:
    made = shared(cast, signed(cast))
    with pytest.raises(Refused, match="您是谁"):
        wallet.view_share(made.token, **(VIEWER | {missing: ""}), by=PUBLIC, on=DAY)


def test_link_that_ended_says_so_and_shows_nothing(cast: Cast) -> None:
    number = signed(cast)
    ended = shared(cast, number, *Part)
    wallet.end_share(ended.pk, by=cast.wang, on=DAY)
    expired = shared(cast, number, *Part, days=2, on=DAY - timedelta(days=2))
    last_day = shared(cast, number, Part.NAME, days=2, on=DAY - timedelta(days=1))

    for made in (ended, expired):
        page = opened(made)
        assert "链接已结束" in page
        assert "王师傅" not in page
        assert views_of(made) == []
    assert "王师傅" in opened(last_day)


def test_link_of_somebody_who_was_erased_shows_nothing(cast: Cast) -> None:
    made = shared(cast, signed(cast), *Part)
    person = cast.person(cast.wang)
    for employment in person.memberships.all():
        parties.end_membership(employment, by=CLOCK, on=DAY)
    parties.erase_person(person, reason="本人要求", by=cast.wang, on=DAY)

    assert "链接已结束" in opened(made)


def test_revoked_and_superseded_are_said_on_the_link_too(cast: Cast) -> None:
    number = signed(cast)
    made, numbered = shared(cast, number, Part.NAME), shared(cast, number, Part.NUMBER)
    new = register.correct_certificate(
        number, Said(name="汪师傅"), told="户口簿", by=cast.clerk, on=DAY
    )

    assert "已换发新证" in opened(made)
    assert new.number not in opened(made)
    assert new.number in opened(numbered)

    credentials.revoke(new.number, "issued-in-error", "重复", by=cast.clerk, on=DAY)
    assert "已撤销" in opened(shared(cast, new.number))


def test_appointment_is_shared_in_its_own_words_and_ends_with_its_term(
    cast: Cast, settings: Settings
) -> None:
    made = shared(cast, appointed(cast, until=DAY + timedelta(days=3)).number, Part.NAME)

    page = opened(made)

    for part in ("在聘", "聘任单位", "甲公司", "特级技师", "王师傅", "不是职业技能等级证书"):
        assert part in page
    assert ">评价机构<" not in page
    assert made.credential.number not in page
    settings.GONGTU_TODAY = DAY + timedelta(days=3)
    assert "聘期届满" in opened(made)


def test_nobody_shares_somebody_elses_appointment(cast: Cast) -> None:
    number = appointed(cast).number

    with pytest.raises(CertificateUnknown):
        wallet.share(number, parts=[], days=1, purpose="求职", by=cast.li, on=DAY)


def test_address_that_was_never_given_out_is_not_found(cast: Cast) -> None:
    made = shared(cast, signed(cast))
    other = made.token[:-1] + ("A" if made.token[-1] != "A" else "B")

    page: Any = Client().get(reverse("public:show_share", args=[other]))

    assert page.status_code == 404


def test_trying_many_addresses_is_stopped(cast: Cast) -> None:
    del cast
    visitor = somebody()
    answers = [visitor.get("/shared/nobody-knows/").status_code for _try in range(22)]

    assert answers[0] == 404
    assert answers[-1] == 429


def test_opening_a_link_over_and_over_is_stopped(cast: Cast) -> None:
    made = shared(cast, signed(cast))
    address, visitor = reverse("public:show_share", args=[made.token]), somebody()

    answers = [visitor.post(address, VIEWER).status_code for _try in range(21)]

    assert answers == [200] * 20 + [429]


@pytest.mark.parametrize("token", ["%00", "a%00b", "%EF%BF%BD", "x" * 4_000])
def test_an_address_of_no_letters_leads_nowhere(db: None, token: str) -> None:
    assert somebody().get(f"/shared/{token}/").status_code == 404
