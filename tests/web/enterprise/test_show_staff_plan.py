"""A clerk sees what is missing against the roster and who could fill it; others see nothing."""

from datetime import date

from django.urls import reverse

from gongtu.parties.models import Membership
from gongtu.registers.skills.choices import Grade
from tests.cast import FITTER, Cast
from tests.factories.careers import more_fitters
from tests.factories.skills import certificate
from tests.web.costs import queries_of

ADDRESS = reverse("enterprise:show_staff_plan")
ADOPT, REVISE = reverse("enterprise:adopt_staff_plan"), reverse("enterprise:revise_staff_plan")


def fitters(cast: Cast) -> None:
    Membership.objects.filter(kind="employment").update(occupation=FITTER)
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2021, 3, 1))


def shown(cast: Cast) -> str:
    return str(cast.client(cast.clerk).get(ADDRESS).content.decode())


def test_without_occupations_on_the_roster_it_says_what_to_do(cast: Cast) -> None:
    assert "名册中没有写明职业" in shown(cast)
    assert cast.client(cast.clerk).post(ADOPT).status_code == 422


def test_default_is_adopted_in_one_tap_and_revised(cast: Cast) -> None:
    fitters(cast)
    assert "还没有规划" in shown(cast)

    client = cast.client(cast.clerk)
    assert client.post(ADOPT).status_code == client.post(ADOPT).status_code == 302
    assert "第1版" in shown(cast)

    told = {"first_year": 2027, "years": 2, "needs": f"{FITTER} 技师 1 2"}
    assert client.post(REVISE, told).status_code == 302
    page = shown(cast)
    assert all(part in page for part in ("第2版", "缺2", "王师傅", "待核", "<svg"))
    assert "由人力资源社会保障部门决定" in page
    assert "第2版" not in str(client.get(f"{ADDRESS}?version=1").content.decode()).split("各版")[0]


def test_many_workers_cost_no_more_queries(cast: Cast) -> None:
    fitters(cast)
    cast.client(cast.clerk).post(ADOPT)
    one = queries_of(cast.client(cast.clerk), ADDRESS)
    more_fitters(cast)

    assert queries_of(cast.client(cast.clerk), ADDRESS) == one


def test_worker_is_refused(cast: Cast) -> None:
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
