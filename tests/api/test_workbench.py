from collections.abc import Iterator
from typing import Any

import pytest

from gongtu.oversight import towns
from gongtu.registers.instruments import queries as decisions
from gongtu.registers.instruments.models import ParameterDecision, ParameterDraft
from tests.api.conftest import ROOT, post
from tests.cast import Cast
from tests.web.desk.bench import AMOUNT, MONTHS, ROWS, decide, drafted, town_at_hand, workers

DRAFTS = "/workbench/drafts"
DOCUMENT = {"title": "关于调整技能提升补贴的通知", "number": "青人社发〔2026〕9号"}


@pytest.fixture(autouse=True)
def _town() -> Iterator[None]:
    with town_at_hand():
        yield


def effect(cast: Cast, draft: int) -> Any:
    return cast.client(cast.liu).get(f"{ROOT}{DRAFTS}/{draft}/effect").json()


def test_draft_begins_with_todays_value_once_however_often_it_is_asked(cast: Cast) -> None:
    client = cast.client(cast.liu)

    first = post(client, DRAFTS, {"parameter": MONTHS}, "begin-it-once")
    again = post(client, DRAFTS, {"parameter": MONTHS}, "begin-it-once")

    assert first.status_code == 201
    assert first.json() == again.json()
    assert first.json()["values"] == {MONTHS: 36}
    assert first["Location"] == first.json()["address"]
    assert client.get(f"{ROOT}{DRAFTS}").json() == [first.json()]


def test_a_key_used_for_another_standard_is_refused(cast: Cast) -> None:
    client = cast.client(cast.liu)
    post(client, DRAFTS, {"parameter": MONTHS}, "begin-it-once")

    answer = post(client, DRAFTS, {"parameter": AMOUNT}, "begin-it-once")

    assert answer.status_code == 422
    assert "已经用于" in answer.json()["detail"]


def test_begun_without_a_key_or_for_nothing_that_is_there(cast: Cast) -> None:
    client = cast.client(cast.liu)

    plain = client.post(ROOT + DRAFTS, {"parameter": MONTHS}, content_type="application/json")

    assert plain.status_code == 422
    assert post(client, DRAFTS, {"parameter": "nothing"}).status_code == 404
    assert ParameterDraft.objects.count() == 0


def test_draft_is_changed_as_a_whole(cast: Cast) -> None:
    draft = drafted(cast)
    told = {"valid_from": "2027-01-01", "values": {MONTHS: 24, AMOUNT: {**ROWS, "senior": None}}}

    changed = post(cast.client(cast.liu), f"{DRAFTS}/{draft}/change", told)

    assert changed.status_code == 200
    assert (changed.json()["title"], changed.json()["valid_from"]) == ("降低门槛", "2027-01-01")
    assert changed.json()["values"][AMOUNT]["senior"] is None
    assert decisions.get_draft(draft, cast.liu).values[MONTHS] == 24


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({MONTHS: "many"}, "不是以“月”计的值"),
        ({MONTHS: "1e400"}, "不是以“月”计的值"),
        ({MONTHS: "Infinity"}, "不是以“月”计的值"),
        ({AMOUNT: {"junior": 1}}, "应逐行填写"),
        ({}, "至少要有一项参数"),
    ],
)
def test_values_that_do_not_fit_are_refused(cast: Cast, values: Any, says: str) -> None:
    told = {"valid_from": "2027-01-01", "values": values}

    answer = post(cast.client(cast.liu), f"{DRAFTS}/{drafted(cast)}/change", told)

    assert answer.status_code == 422
    assert says in answer.json()["detail"]


def test_unknown_standard_is_not_added(cast: Cast) -> None:
    told = {"valid_from": "2027-01-01", "values": {"nothing": 1}}

    assert post(cast.client(cast.liu), f"{DRAFTS}/{drafted(cast)}/change", told).status_code == 404


def test_effect_tells_who_gains_and_what_it_costs_by_district_and_grade(cast: Cast) -> None:
    decide(cast)
    workers(cast, insured=40, many=5)
    workers(cast, insured=24, many=6, serial=200)

    city = effect(cast, drafted(cast, months="24"))["city"]

    (benefit,) = city["benefits"]
    assert (city["on"], city["left_out"]) == ("2026-09-01", {})
    assert (benefit["benefit"], benefit["title"]) == ("skill-upgrade-subsidy", "技能提升补贴")
    assert (benefit["counts"]["owed"], benefit["counts"]["gains"]) == (5, 6)
    assert (benefit["cost"], benefit["cost_then"]) == ("10000.00", "22000.00")
    (district,), (grade,) = benefit["groups"]["division"], benefit["groups"]["grade"]
    assert (district["group"], district["difference"]) == ("370202", "12000.00")
    assert (grade["group"], grade["counts"]["owed-then"]) == ("senior", 11)


def test_few_people_are_not_shown_nor_their_money(cast: Cast) -> None:
    decide(cast)
    workers(cast, insured=40, many=6)
    workers(cast, insured=24, many=2, serial=200)

    (benefit,) = effect(cast, drafted(cast, months="24"))["city"]["benefits"]

    assert (benefit["counts"]["owed"], benefit["counts"]["gains"]) == (6, None)
    assert (benefit["cost_then"], benefit["difference"]) == (None, None)
    assert benefit["groups"]["grade"][0]["counts"]["gains"] is None


def test_examples_that_would_break_are_told_even_before_the_registers_are_read(cast: Cast) -> None:
    towns.use_towns(lambda _day, _today: None)

    told = effect(cast, drafted(cast, months="48"))

    assert told["city"] is None
    broken = [one for one in told["examples"] if one["benefit"] == "skill-upgrade-subsidy"]
    assert broken
    assert all(one["was"] != one["then"] for one in broken)


def test_draft_is_proposed_once_by_its_document(cast: Cast) -> None:
    client, path = cast.client(cast.liu), f"{DRAFTS}/{drafted(cast)}/propose"

    first = post(client, path, DOCUMENT, "propose-it-once")
    again = post(client, path, DOCUMENT, "propose-it-once")
    anew = post(client, path, DOCUMENT)

    assert first.status_code == 201
    assert first.json() == again.json()
    assert {one["parameter"]: one["state"] for one in first.json()} == {
        MONTHS: "proposed", AMOUNT: "proposed",
    }  # fmt: skip
    assert (anew.status_code, ParameterDecision.objects.count()) == (422, 2)
    assert "已经提出" in anew.json()["detail"]


def test_document_comes_with_its_scan(cast: Cast) -> None:
    scan = {"name": "通知.pdf", "content": "JVBERi0xLjcKJSVFT0YK"}

    answer = post(
        cast.client(cast.liu), f"{DRAFTS}/{drafted(cast)}/propose", {**DOCUMENT, "file": scan}
    )

    assert answer.status_code == 201
    assert all(one.file.name == "通知.pdf" for one in ParameterDecision.objects.all())


def test_unfinished_draft_is_not_proposed(cast: Cast) -> None:
    draft = drafted(cast, amount={**ROWS, "senior": None})

    answer = post(cast.client(cast.liu), f"{DRAFTS}/{draft}/propose", DOCUMENT)

    assert answer.status_code == 422
    assert "尚未填写" in answer.json()["detail"]


def test_proposed_draft_is_read_by_a_colleague_and_changed_by_nobody(cast: Cast) -> None:
    draft = drafted(cast)
    post(cast.client(cast.liu), f"{DRAFTS}/{draft}/propose", DOCUMENT)

    shown = cast.client(cast.zheng).get(f"{ROOT}{DRAFTS}/{draft}")

    assert shown.json()["proposed_on"] == "2026-09-01"
    assert cast.client(cast.zheng).get(f"{ROOT}{DRAFTS}/{draft}/effect").status_code == 200
    assert post(cast.client(cast.liu), f"{DRAFTS}/{draft}/discard", {}).status_code == 422


def test_draft_is_given_up(cast: Cast) -> None:
    draft = drafted(cast)

    assert post(cast.client(cast.liu), f"{DRAFTS}/{draft}/discard", {}).status_code == 204
    assert post(cast.client(cast.liu), f"{DRAFTS}/{draft}/discard", {}).status_code == 404


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("change", {"valid_from": "2027-01-01", "values": {MONTHS: 1}}),
        ("propose", DOCUMENT),
        ("discard", {}),
    ],
)
def test_nobody_else_touches_a_draft(cast: Cast, act: str, told: Any) -> None:
    path = f"{DRAFTS}/{drafted(cast)}/{act}"

    assert post(cast.client(cast.zheng), path, told).status_code == 404
    assert post(cast.client(cast.wang), path, told).status_code == 403
    assert decisions.list_drafts(cast.liu).get().proposed_on is None


def test_office_that_decides_nothing_has_no_workbench(cast: Cast) -> None:
    client = cast.client(cast.federation)

    assert client.get(f"{ROOT}{DRAFTS}").status_code == 403
    assert post(client, DRAFTS, {"parameter": MONTHS}).status_code == 403
    assert client.get(f"{ROOT}{DRAFTS}/{drafted(cast)}/effect").status_code == 403
