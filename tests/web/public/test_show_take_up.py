"""The loop in sums: what was offered, taken and paid, and never a person."""

from django.test import Client
from django.urls import reverse

from gongtu.registers.offers.models import Run
from tests.cast import DAY, Cast
from tests.factories.offers import KEY, offer

ADDRESS = reverse("public:show_take_up")


def page() -> str:
    return str(Client().get(ADDRESS).content.decode())


def test_before_anything_was_offered_it_says_so(cast: Cast) -> None:
    shown = page()

    assert "今年还没有告知过待遇" in shown
    assert "还没有核算过" in shown


def test_figures_of_too_few_people_are_hidden(cast: Cast) -> None:
    for place in range(4):
        offer(cast, str(place))

    shown = page()

    assert "技能提升补贴" in shown
    assert 'data-head="告知">不显示</td>' in shown
    assert '">4</td>' not in shown


def test_enough_are_shown_with_the_rate(cast: Cast) -> None:
    for place in range(10):
        taken = {"state": "taken", "taken_by": "tap", "ended_on": DAY, "case_number": f"{place}"}
        offer(cast, str(place), **(taken if place < 6 else {}))

    shown = page()

    assert 'data-head="告知">10</td>' in shown
    assert 'data-head="领取率">60%</td>' in shown


def test_near_misses_are_counted_and_small_ones_hidden(cast: Cast) -> None:
    near = {KEY: {"registered": 2314, "in-time": 3, "grade-in-scope": 40}}
    Run.objects.create(on=DAY, engine="vector", rules="r", snapshot="s", state="done", near=near)

    shown = page()

    assert '证书有效且可联网查询: <span class="number">2314</span>' in shown
    assert '在证书核发后的规定期限内申请: <span class="number">不显示</span>' in shown
    # With one cell hidden the next one is hidden too, so that it cannot be subtracted.
    assert '<span class="number">40</span>' not in shown
