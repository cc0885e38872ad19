"""Who left and is appointed still is told to the enterprise, which alone ends the appointment."""

from datetime import timedelta

import pytest
from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.queries import employees_of
from gongtu.registers.appointments import services as appointments
from gongtu.registers.appointments.queries import list_left
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, FITTER, Cast
from tests.factories.appointments import CASE, appointed
from tests.factories.cases import PDF
from tests.web.costs import queries_of

HOME, DUTIES = reverse("enterprise:show_home"), reverse("enterprise:list_duties")
HEADING = "已离开本单位、聘任还没有终止的"
YESTERDAY = DAY - timedelta(days=1)


def leave(cast: Cast) -> None:
    """王师傅 leaves 甲公司 today."""
    held = employees_of(cast.bodies["works"], DAY).get(person=cast.wang.person)
    parties.end_membership(held, by=CLOCK, on=DAY)


@pytest.mark.parametrize("page", [HOME, DUTIES])
def test_the_clerk_is_told_with_the_way_to_end_it(cast: Cast, page: str) -> None:
    appointed(cast, on=YESTERDAY)
    client = cast.client(cast.clerk)
    assert HEADING not in client.get(page).content.decode()

    leave(cast)

    shown = client.get(page).content.decode()
    assert HEADING in shown
    assert reverse("cases:make_move", args=[CASE, "end"]) + "?cause=left" in shown
    assert "2026年9月1日起不在本单位" in shown
    assert HEADING not in cast.client(cast.other_clerk).get(page).content.decode()


def test_it_is_told_until_the_appointment_is_ended_and_no_longer(cast: Cast) -> None:
    held = appointed(cast, on=YESTERDAY)
    leave(cast)
    works = cast.bodies["works"].pk
    assert [(one.term, one.left_on) for one in list_left(works, on=DAY)] == [(held, DAY)]

    appointments.end_appointment(CASE, reason="离开本单位", by=cast.clerk, on=DAY)

    assert not list_left(works, on=DAY)
    assert HEADING not in cast.client(cast.clerk).get(HOME).content.decode()


def test_who_left_and_came_back_is_not_told(cast: Cast) -> None:
    appointed(cast, on=YESTERDAY)
    leave(cast)
    person, works = cast.person(cast.wang), cast.bodies["works"]
    parties.employ(person, works, post="钳工", by=CLOCK, on=DAY)

    assert not list_left(works.pk, on=DAY)


def test_the_page_of_the_appointment_says_so(cast: Cast) -> None:
    told = {
        "candidate": str(cast.wang.person), "occupation": FITTER,
        "grade": Grade.SPECIAL_TECHNICIAN.value, "deeds": "攻克难题。", "agreed": True,
    }  # fmt: skip
    files = [casework.Handed("rules", "rules.pdf", PDF)]
    case = casework.open_case(
        "chief-technician-appointment", answers=told, files=files, by=cast.clerk, on=DAY
    )
    appointed(cast, case_number=case.number, on=YESTERDAY)
    page, client = reverse("cases:show_case", args=[case.number]), cast.client(cast.clerk)
    assert "受聘人员已离开本单位" not in client.get(page).content.decode()

    leave(cast)

    assert "受聘人员已离开本单位" in client.get(page).content.decode()


def test_home_costs_the_same_however_many_left(cast: Cast) -> None:
    held = appointed(cast, on=YESTERDAY)
    leave(cast)
    client = cast.client(cast.clerk)
    few = queries_of(client, HOME)
    for serial in range(3):
        held.pk, held.number = None, f"another-{serial}"
        held.save(force_insert=True)

    assert queries_of(client, HOME) == few
