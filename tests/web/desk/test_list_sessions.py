"""The office sees every session of its division, and what went wrong in it."""

from django.urls import reverse

from gongtu.engines.casework.models import Case
from tests.cast import DAY, Cast
from tests.factories.sittings import drawn, move
from tests.factories.skills import filing

ADDRESS = reverse("desk:list_sessions")


def test_sessions_are_listed_with_their_incidents(cast: Cast) -> None:
    assert "本地区还没有列入计划的评价" in cast.client(cast.liu).get(ADDRESS).content.decode()
    filing(cast)
    case = drawn(cast).session.case_number
    told = {"kind": "equipment", "happened_on": DAY, "told": "停电十分钟，顺延。"}
    move(Case.objects.get(number=case), "note", cast.clerk, **told)

    shown = cast.client(cast.liu).get(ADDRESS).content.decode()

    assert case in shown
    assert "异常1件" in shown
    assert "平台考务" in shown
