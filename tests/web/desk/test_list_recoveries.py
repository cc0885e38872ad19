"""What is to be returned stands on the desk that decided it, until it has come back."""

from __future__ import annotations

from django.urls import reverse

from gongtu.base.money import Yuan
from gongtu.engines.casework.models import Case
from gongtu.engines.ledger.queries import list_commitments_of
from gongtu.engines.ledger.services import adjust
from gongtu.parties.models import Division
from gongtu.parties.roles import FINANCE
from tests.cast import Cast, appoint
from tests.factories import corrections as given
from tests.factories.corrections import NEXT
from tests.web.costs import queries_of

ADDRESS = reverse("desk:list_recoveries")


def elsewhere(cast: Cast) -> Division:
    """Another district of the same city."""
    city = cast.district.parent
    return Division.objects.create(code="370203", name="市北区", level="district", parent=city)


def test_the_deciding_office_sees_who_owes_what(cast: Cast, owing: Case) -> None:
    page = cast.client(cast.liu).get(ADDRESS).content.decode()

    assert "¥2,000.00" in page
    assert "待退回" in page
    assert reverse("desk:record_return", args=[owing.number]) in page


def test_who_owes_it_reads_how_much_why_and_until_when(cast: Cast, owing: Case) -> None:
    own = reverse("cases:show_case", args=[owing.number])

    page = cast.client(cast.wang).get(own).content.decode()

    assert "应当退回的款项" in page
    assert "要求退回¥2,000.00" in page
    assert "证书撤销。" in page
    assert "退回期限待核" in page


def test_other_offices_see_none_of_it(cast: Cast, owing: Case) -> None:
    for office in (cast.education, cast.zheng):
        assert owing.number not in cast.client(office).get(ADDRESS).content.decode()
    for somebody in (cast.wang, cast.clerk):
        assert cast.client(somebody).get(ADDRESS).status_code == 403


def test_finance_reads_what_came_out_of_its_money(cast: Cast, owing: Case) -> None:
    told = {"amount": "500", "came_on": NEXT.isoformat(), "receipt": "回单1", "checked": "on"}
    record = reverse("desk:record_return", args=[owing.number])
    write_down = reverse("desk:propose_write_down", args=[owing.number])
    cast.client(cast.liu).post(record, told)
    own, city, away = (
        appoint("财政马科长", 51, FINANCE, cast.district),
        appoint("财政牛处长", 52, FINANCE, cast.district.parent),
        appoint("财政朱科长", 53, FINANCE, elsewhere(cast)),
    )

    for officer in (own, city):
        page = cast.client(officer).get(ADDRESS).content.decode()
        assert "已退回一部分" in page
        assert "凭证回单1" in page
        assert record not in page
        assert write_down not in page
        assert cast.client(officer).get(record).status_code == 404
        case = cast.client(officer).get(reverse("cases:show_case", args=[owing.number]))
        assert "还应退回¥1,500.00" in case.content.decode()
    assert owing.number not in cast.client(away).get(ADDRESS).content.decode()


def test_many_cost_no_more(cast: Cast, owing: Case) -> None:
    client = cast.client(cast.liu)
    few = queries_of(client, ADDRESS)
    second = given.paid(cast, of=cast.li, serial=2)
    (promise,) = list_commitments_of(second.number)
    adjust(promise, Yuan(0), "证书撤销。", by=cast.sun, on=NEXT)

    assert client.get(ADDRESS).content.decode().count("待退回") == 2
    assert queries_of(client, ADDRESS) == few


def test_where_nothing_is_owed_back_it_says_so(cast: Cast) -> None:
    assert "没有待退回的款项" in cast.client(cast.liu).get(ADDRESS).content.decode()
