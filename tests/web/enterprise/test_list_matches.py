"""A clerk sees of each post how many of the staff fit, and how many of them by an agreement."""

from django.urls import reverse

from gongtu.registers.careers import services
from gongtu.registers.careers.rows import Line
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, FITTER, Cast
from tests.factories import recognition as recognised
from tests.factories.careers import channels, more_fitters
from tests.factories.skills import certificate
from tests.web.costs import queries_of

ADDRESS = reverse("enterprise:list_matches")


def moved(cast: Cast) -> None:
    """王师傅, certified by 甲公司, works for 乙公司 now, which wants two senior fitters."""
    recognised.moved(cast, FITTER)
    other, by = cast.bodies["other"].pk, cast.other_clerk
    services.adopt_usual_lattice(other, by=by, on=DAY)
    wanted = [Line(FITTER, Grade.SENIOR, (1, 2))]
    services.publish_plan(other, wanted, first_year=2027, by=by, on=DAY)


def test_before_anything_is_published_it_says_what_to_do(cast: Cast) -> None:
    page = cast.client(cast.clerk).get(ADDRESS).content.decode()

    assert "没有岗位可以匹配" in page
    assert reverse("enterprise:show_lattice") in page


def test_a_recognised_grade_is_told_apart(cast: Cast) -> None:
    moved(cast)

    page = cast.client(cast.other_clerk).get(ADDRESS).content.decode()

    needs, posts = page.split("技能序列")
    assert all(part in needs for part in ("装配钳工 · 高级工", "缺1", "1人等级符合"))
    assert all(part in posts for part in ("高级工岗", "1人等级符合", "其中1人按互认协议"))
    assert "不要求等级" in posts


def test_many_workers_cost_no_more_queries(cast: Cast) -> None:
    channels(cast)
    certificate(cast)
    one = queries_of(cast.client(cast.clerk), ADDRESS)
    more_fitters(cast)

    assert queries_of(cast.client(cast.clerk), ADDRESS) == one


def test_worker_is_refused(cast: Cast) -> None:
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403
