"""One draft: edited, seen in its effect on the whole city, and nobody else's."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.urls import reverse

from gongtu.oversight import towns
from gongtu.registers.instruments import queries as decisions
from tests.cast import Cast
from tests.web.desk.bench import AMOUNT, MONTHS, ROWS, decide, drafted, town_at_hand, workers

HEADS = ("现行应得", "新增应得", "不再应得", "金额提高", "金额降低", "草案应得")


@pytest.fixture(autouse=True)
def _town() -> Iterator[None]:
    with town_at_hand():
        yield


def address(draft: int) -> str:
    return reverse("desk:show_draft", args=[draft])


def test_effect_is_told_in_words_and_by_district_and_grade(cast: Cast) -> None:
    decide(cast)
    workers(cast, insured=40, many=5)
    workers(cast, insured=24, many=6, serial=200)

    page = cast.client(cast.liu).get(address(drafted(cast, months="24")))

    (benefit,) = page.context["effect"]["benefits"]
    assert (benefit["was"], benefit["then"]) == ("5", "11")
    assert (benefit["cost"], benefit["cost_then"]) == ("¥10,000.00", "¥22,000.00")
    assert {one["label"]: one["count"] for one in benefit["changes"]} == {
        "新增应得": "6",
        "由不能确定变为可以确定": "6",
    }
    tables = {table["title"]: table["rows"] for table in benefit["tables"]}
    assert tables["按等级"] == [
        {
            "name": "高级工",
            "cells": list(zip(HEADS, ["5", "6", "0", "0", "0", "11"], strict=True)),
            "cost": "¥10,000.00",
            "cost_then": "¥22,000.00",
            "difference": "+¥12,000.00",
        }
    ]
    assert [row["name"] for row in tables["按区域"]] == ["市南区"]
    assert "费用由¥10,000.00变为¥22,000.00" in page.content.decode()


def test_few_people_are_not_shown_nor_their_money(cast: Cast) -> None:
    decide(cast)
    workers(cast, insured=40, many=6)
    workers(cast, insured=24, many=2, serial=200)

    page = cast.client(cast.liu).get(address(drafted(cast, months="24")))

    (benefit,) = page.context["effect"]["benefits"]
    assert (benefit["was"], benefit["then"]) == ("6", "不公布")
    assert (benefit["cost_then"], benefit["difference"]) == ("不公布", "不公布")
    assert {one["label"]: one["count"] for one in benefit["changes"]}["新增应得"] == "不公布"


def test_what_is_posted_is_kept_and_its_effect_shown(cast: Cast) -> None:
    draft = drafted(cast)
    told = {"title": "试一试", "valid_from": "2027-01-01", MONTHS: "12"}
    cells = {f"{AMOUNT}|{row}": value for row, value in {**ROWS, "senior": ""}.items()}

    answer = cast.client(cast.liu).post(address(draft), {**told, **cells})

    assert answer["Location"] == address(draft)
    kept = decisions.get_draft(draft, cast.liu)
    assert (kept.title, kept.valid_from) == ("试一试", date(2027, 1, 1))
    assert kept.values[MONTHS] == 12
    assert kept.values[AMOUNT] == {"junior": "1000.00", "intermediate": "1500.00", "senior": None}


def test_a_parameter_is_added_and_dropped(cast: Cast) -> None:
    draft = drafted(cast)
    client, told = cast.client(cast.liu), {"valid_from": "2026-09-01"}
    claims = "c2_skills/skill_upgrade_subsidy:claims_a_year"

    client.post(address(draft), {**told, "add": claims})
    assert decisions.get_draft(draft, cast.liu).values == {
        MONTHS: 36, AMOUNT: {row: f"{value}.00" for row, value in ROWS.items()}, claims: None,
    }  # fmt: skip

    client.post(address(draft), {**told, "drop": AMOUNT})
    assert decisions.get_draft(draft, cast.liu).values == {MONTHS: 36, claims: None}


def test_unreadable_value_is_told_and_nothing_is_kept(cast: Cast) -> None:
    draft = drafted(cast)

    answer = cast.client(cast.liu).post(address(draft), {"valid_from": "", MONTHS: "-3"})

    assert answer.status_code == 422
    assert decisions.get_draft(draft, cast.liu).values[MONTHS] == 36


def test_without_a_snapshot_the_page_says_so(cast: Cast) -> None:
    towns.use_towns(lambda _day, _today: None)

    shown = cast.client(cast.liu).get(address(drafted(cast))).content.decode()

    assert "登记还没有读成可以全市测算的数据" in shown


def test_somebody_elses_draft_is_not_there(cast: Cast) -> None:
    draft = drafted(cast)

    assert cast.client(cast.sun).get(address(draft)).status_code == 404
    assert cast.client(cast.wang).get(address(draft)).status_code == 403


def test_draft_is_given_up(cast: Cast) -> None:
    draft = drafted(cast)

    cast.client(cast.liu).post(reverse("desk:delete_draft", args=[draft]))

    assert not decisions.list_drafts(cast.liu).exists()


def test_two_drafts_do_not_see_each_other(cast: Cast) -> None:
    decide(cast)
    workers(cast, insured=24, many=6)
    client = cast.client(cast.liu)
    few, many = drafted(cast, months="36"), drafted(cast, months="24")

    told = {
        draft: client.get(address(draft)).context["effect"]["benefits"][0]["then"]
        for draft in (few, many, few)
    }

    assert told == {few: "0", many: "6"}


def test_worked_examples_that_come_out_otherwise_are_listed(cast: Cast) -> None:
    page = cast.client(cast.liu).get(address(drafted(cast, months="35")))

    stories = {one["name"]: one for one in page.context["stories"]}
    eased = stories["少一个月的，一个月以后符合"]
    assert (eased["was"], eased["then"]) == ("尚不符合", "应当享受 ¥2,000.00")
    assert not eased["in_time"]
    assert "少一个月的，一个月以后符合" in page.content.decode()
