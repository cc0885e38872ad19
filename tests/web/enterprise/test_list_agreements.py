"""An enterprise sees its agreements, and who on its staff counts by them."""

from django.urls import reverse

from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from tests.cast import DAY, Cast
from tests.factories.recognition import agreement
from tests.factories.skills import certificate
from tests.web.costs import queries_of

ADDRESS = reverse("enterprise:list_agreements")


def shown(cast: Cast) -> str:
    return str(cast.client(cast.other_clerk).get(ADDRESS).content.decode())


def test_both_sides_see_it(cast: Cast) -> None:
    agreement(cast)

    assert "甲公司 – 乙公司" in shown(cast)
    assert "甲公司 – 乙公司" in cast.client(cast.clerk).get(ADDRESS).content.decode()


def test_only_own_staff_is_named(cast: Cast) -> None:
    agreement(cast)
    certificate(cast)
    assert "王师傅" not in shown(cast)

    parties.employ(cast.person(cast.wang), cast.bodies["other"], by=CLOCK, on=DAY)
    assert "王师傅" in shown(cast)


def test_many_certificates_cost_no_more_queries(cast: Cast) -> None:
    agreement(cast)
    certificate(cast)
    parties.employ(cast.person(cast.wang), cast.bodies["other"], by=CLOCK, on=DAY)
    one = queries_of(cast.client(cast.other_clerk), ADDRESS)
    for serial in range(2, 6):
        certificate(cast, serial=serial)

    assert queries_of(cast.client(cast.other_clerk), ADDRESS) == one


def test_worker_is_refused(cast: Cast) -> None:
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
