"""Offers, and what is said to them."""

from __future__ import annotations

from gongtu.registers.offers.models import Decline, NearMiss, Offer, Run
from tests.cast import DAY, Cast

KEY = "skill-upgrade-subsidy"


def run_done(cast: Cast) -> Run:
    """A run over the city that came to its end."""
    return Run.objects.create(
        on=DAY, engine="test", rules="0" * 64, state="done", asked_account=cast.liu.account
    )


def offer(cast: Cast, subject: str = "Y000037020001263000001", **told: object) -> Offer:
    """One to 王师傅, told on the day."""
    values = {"amount": 200_000, "state": "told", "told_on": DAY, "title": "装配钳工 高级工"}
    return Offer.objects.create(
        division=cast.district.code, subject=subject, found_in=run_done(cast), made_on=DAY,
        **{"person_id": cast.wang.person, "benefit": KEY, **values, **told},
    )  # fmt: skip


def offer_to(cast: Cast, body: str, subject: str = "1", **told: object) -> Offer:
    """One to 甲公司 (`works`) or 甲技师学院 (`school`), told on the day."""
    benefit = {"works": "training-platform-grant", "school": "gold-collar-training-school"}[body]
    whose = {"person_id": None, "organisation": cast.bodies[body], "benefit": benefit}
    return offer(cast, subject, **{**whose, "title": "青岛港集装箱桥吊培训中心", **told})


def declined_offer(cast: Cast) -> dict[str, int]:
    """One that 王师傅 declined, and his decline, by the names of addresses."""
    declined = offer(cast, state="declined", ended_on=DAY)
    no = Decline.objects.create(person_id=cast.wang.person, benefit=KEY, since=DAY)
    return {"offer": declined.pk, "decline": no.pk}


def near_miss(cast: Cast, division: str = "370202") -> NearMiss:
    """王师傅 lacks only the registration of his certificate."""
    return NearMiss.objects.create(
        run=run_done(cast), benefit=KEY, condition="registered", person_id=cast.wang.person,
        division=division, subject="Y000037020001263000001",
    )  # fmt: skip
