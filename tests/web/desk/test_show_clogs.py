"""An officer sees in which occupation and on which condition people wait; small numbers not."""

from django.urls import reverse

from gongtu.parties.models import Membership
from gongtu.registers.ladder.services import count_waiters
from tests.cast import DAY, FITTER, Cast, hire

LIST, FITTERS = reverse("desk:list_clogs"), reverse("desk:show_clogs", args=[FITTER])


def shown(cast: Cast, address: str) -> str:
    return str(cast.client(cast.liu).get(address).content.decode())


def test_occupation_leads_to_its_conditions(cast: Cast) -> None:
    assert "还没有汇总" in shown(cast, LIST)
    for serial in range(60, 64):
        hire("钳工", serial, cast.bodies["works"])
    Membership.objects.filter(kind="employment").update(occupation=FITTER)
    count_waiters(on=DAY)

    assert FITTERS in shown(cast, LIST)
    assert "6人在等" in shown(cast, LIST)
    page = shown(cast, FITTERS)
    assert all(part in page for part in ("初级工", "合计", "待核"))
    assert cast.client(cast.liu).get(reverse("desk:show_clogs", args=["0-0"])).status_code == 404
