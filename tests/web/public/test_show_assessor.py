"""Anybody sees what a body may assess and the measures in force, and nothing more of its checks."""

from django.test import Client
from django.urls import reverse

from gongtu.registers.quality import queries as quality
from tests.cast import Cast
from tests.factories import skills, social
from tests.factories.quality import LATER, move, suspended, weighed
from tests.factories.quality import complained as complained_of


def test_measures_in_force_are_public_and_nothing_more(cast: Cast) -> None:
    skills.filing(cast)
    address = reverse("public:show_assessor", args=[cast.bodies["works"].pk])
    assert "装配钳工" in Client().get(address).content.decode()
    case = weighed(cast)
    move(case, "advise", cast.liu, advice="当场签名。")
    other = suspended(cast)
    complained_of(cast)

    shown = Client().get(address).content.decode()

    assert "暂停备案" in shown
    assert "现在没有有效备案" in shown
    hidden = (
        "评分表",
        "当场签名",
        "评分不实",
        "属实",
        "没有人在场",
        case.number,
        other.number,
        "刘科长",
    )
    assert not [words for words in hidden if words in shown]
    told = Client().get(f"/api/v1/assessors/{cast.bodies['works'].pk}").json()
    assert [one["step"] for one in told["measures"]] == ["suspension"]
    assert told["filings"] == []

    move(other, "lift", cast.liu, LATER, lifted_for="已核对。")

    assert quality.measures_in_force(cast.bodies["works"].pk, on=LATER) == []


def test_bodies_are_found_by_a_part_of_their_name(cast: Cast) -> None:
    skills.filing(cast)
    address = reverse("public:list_assessors")

    assert "甲公司" in Client().get(address, {"q": "甲"}).content.decode()
    assert "没有找到" in Client().get(address, {"q": "丙"}).content.decode()
    assert Client().get(address, {"after": "x"}).status_code == 422


def test_a_social_body_says_so_and_lists_what_anybody_may_register_for(cast: Cast) -> None:
    skills.filing(cast)
    clerk = social.filed(cast)
    bodies = [
        reverse("public:show_assessor", args=[cast.bodies[key].pk]) for key in ("social", "works")
    ]
    before = Client().get(bodies[0]).content.decode()
    social.registering(clerk, seats=7)

    anybody, own = (Client().get(address).content.decode() for address in bodies)

    assert "现在没有开放报名的评价" in before
    assert "还有7个座位" in anybody
    assert social.PREFIX in anybody
    assert "任何人都可以报名" in anybody
    assert "只评价本单位职工" in own
    assert "可以报名的场次" not in own
