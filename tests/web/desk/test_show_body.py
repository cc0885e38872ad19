"""One body: figures, filings, checks, complaints, measures, for the office that covers it."""

from django.urls import reverse

from tests.cast import Cast
from tests.factories import skills
from tests.factories.quality import complained, opened, suspended, told
from tests.web.costs import queries_of


def test_the_office_sees_everything_of_a_body_it_covers(cast: Cast) -> None:
    skills.filing(cast)
    address = reverse("desk:show_body", args=[cast.bodies["works"].pk])
    assert "还没有检查过" in cast.client(cast.liu).get(address).content.decode()
    assert "没有对这家机构的投诉" in cast.client(cast.liu).get(address).content.decode()
    case, untold, complaint = suspended(cast), opened(cast), complained(cast)

    shown = cast.client(cast.liu).get(address).content.decode()

    assert case.number in shown
    assert untold.number in shown
    assert shown.count(reverse("cases:show_case", args=[complaint.number])) == 1
    assert "暂停中" in shown
    assert "数量太少" in shown
    assert cast.client(cast.clerk).get(address).status_code == 403
    nobody = reverse("desk:show_body", args=[cast.bodies["school"].pk])
    assert cast.client(cast.liu).get(nobody).status_code == 404


def test_page_costs_the_same_however_many_checks_there_were(cast: Cast) -> None:
    skills.filing(cast)
    told(cast)
    complained(cast)
    address = reverse("desk:show_body", args=[cast.bodies["works"].pk])
    one = queries_of(cast.client(cast.liu), address)
    suspended(cast)
    told(cast)
    complained(cast)

    assert queries_of(cast.client(cast.liu), address) == one
