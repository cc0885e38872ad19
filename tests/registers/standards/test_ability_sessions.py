"""A filed body examines a special ability: under its filing, and certificates anybody checks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.verify import verify
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import ABILITY
from gongtu.registers.skills.known import abilities_known
from gongtu.registers.skills.queries import highest_grade
from gongtu.registers.skills.queries.abilities import list_abilities
from gongtu.registers.standards import services as register
from gongtu.registers.standards.models import AbilityProject
from gongtu.registers.wallet.models import Share
from tests.cast import DAY, Cast
from tests.factories import standards

HELD_ON, ISSUED_ON = DAY + timedelta(days=5), DAY + timedelta(days=40)


@pytest.fixture
def ability(cast: Cast) -> AbilityProject:
    """剪纸制作, which the school is filed to examine."""
    made = standards.ability(cast)
    told = {"assessor": str(cast.school.organisation), "is_pilot": False}
    casework.make_move(made.case_number, "file_assessor", answers=told, by=cast.zheng, on=DAY)
    return made


def test_who_checks_without_a_network_is_told_what_a_body_may_examine(
    cast: Cast, ability: AbilityProject
) -> None:
    def told() -> list[Any]:
        cache.clear()
        issuers = skills.offline_material(on=DAY)["issuers"].values()
        return [one["abilities"] for one in issuers if "abilities" in one]

    filed = {"number": ability.number, "since": DAY.isoformat()}
    assert told() == [[{**filed, "until": None}]]

    AbilityProject.objects.update(retired_on=HELD_ON)
    assert told() == [[{**filed, "until": HELD_ON.isoformat()}]]


def planned(cast: Cast, ability: AbilityProject, *, by: Any = None, on: date = HELD_ON) -> str:
    told = {"ability": str(ability.pk), "planned_on": on.isoformat(), "place": "一号实训室"}
    opener = by or cast.school
    return casework.open_case("special-ability-session", answers=told, by=opener, on=DAY).number


def move(number: str, key: str, by: Any, *, on: date = HELD_ON, **told: Any) -> None:
    casework.make_move(number, key, answers=told, by=by, on=on)


def examined(cast: Cast, ability: AbilityProject) -> str:
    """王师傅 passes, 小李 does not; returns the number of the one certificate."""
    number, wang, li = planned(cast, ability), cast.person(cast.wang), cast.person(cast.li)
    names = f"王师傅 {wang.birth}\n小李 {li.birth}"
    move(number, "enrol", cast.school, names=names)
    move(number, "mark", cast.school, marks="王师傅 60\n小李 59")
    move(number, "publish", cast.school)
    with pytest.raises(Refused, match="公示"):
        move(number, "issue", cast.school)
    move(number, "issue", cast.school, on=ISSUED_ON)
    assert register.issue_ability_certificates(number, by=cast.school, on=ISSUED_ON) == []
    (held,) = list_abilities(wang.pk)
    assert not list_abilities(li.pk).exists()
    return held.number


def looked_up(number: str, name: str) -> str:
    asked = {"number": number, "name": name}
    return Client().post(reverse("public:check_certificate"), asked).content.decode()


def test_whoever_passes_holds_a_signed_certificate_of_no_grade(
    cast: Cast, ability: AbilityProject
) -> None:
    number = examined(cast, ability)

    credential = find_credential(number)
    assert (number, credential and credential.kind) == ("Z2026000000001", ABILITY)
    assert credential is not None
    assert verify(credential.document, on=ISSUED_ON).verdict == "valid"
    assert credential.document["credentialSubject"]["abilityName"] == "剪纸制作"
    wang = cast.person(cast.wang).pk
    assert highest_grade(wang) is None
    assert abilities_known(wang, on=ISSUED_ON)[number].facts["Ability.registered"].value is True
    assert abilities_known(cast.person(cast.li).pk, on=ISSUED_ON) == {}


def test_anybody_checks_it_by_number_and_name(cast: Cast, ability: AbilityProject) -> None:
    number = examined(cast, ability)
    asked = {"number": number.lower(), "name": "王师傅"}
    api = (
        Client()
        .post(reverse("api:check_certificate"), asked, content_type="application/json")
        .json()
    )
    verdict = Client().get(reverse("public:show_verdict", args=[number])).content.decode()

    assert "不分等级" in looked_up(number, "王师傅")
    assert "查不到" in looked_up(number, "小李")
    assert "编号规则待核" in verdict
    assert "王师傅" not in verdict
    assert api["verdict"] == "valid"
    assert (api["certificate"]["kind"], api["certificate"]["ability"]) == ("ability", "剪纸制作")


def test_its_holder_finds_it_at_home_in_the_wallet_and_as_a_document(
    cast: Cast, ability: AbilityProject
) -> None:
    number, wang, li = examined(cast, ability), cast.client(cast.wang), cast.client(cast.li)
    document = reverse("worker:download_certificate", args=[number])

    assert number in wang.get(reverse("worker:show_home")).content.decode()
    assert number in wang.get(reverse("wallet:list_held")).content.decode()
    assert wang.get(document).content.startswith(b"%PDF")
    assert li.get(document).status_code == 404


def test_its_holder_shares_it_by_link_as_any_certificate(
    cast: Cast, ability: AbilityProject
) -> None:
    number = examined(cast, ability)
    wang = cast.client(cast.wang)
    assert f"/wallet/certificates/{number}/share/" in wang.get("/wallet/").content.decode()

    made = wang.post(
        f"/wallet/certificates/{number}/share/",
        {"parts": ["name"], "days": 7, "purpose": "向乙公司求职"},
    )
    link = Share.objects.get()
    assert made.url == reverse("wallet:show_share", args=[link.pk])
    assert "剪纸制作" in wang.get(made.url).content.decode()
    looked = Client().post(f"/shared/{link.token}/", {"name": "钱女士", "why": "核对"})

    page = looked.content.decode()
    for part in ("专项职业能力证书", "剪纸制作", "王师傅", "考核机构"):
        assert part in page
    assert number not in page
    assert "等级</dt>" not in page


def test_nobody_shares_anothers(cast: Cast, ability: AbilityProject) -> None:
    number = examined(cast, ability)

    told = cast.client(cast.li).get(f"/wallet/certificates/{number}/share/")

    assert told.status_code == 404


def test_only_a_body_filed_on_the_day_examines(cast: Cast, ability: AbilityProject) -> None:
    with pytest.raises(register.AbilityNotFiled, match="没有“剪纸制作”的有效考核备案"):
        planned(cast, ability, by=cast.clerk)
    with pytest.raises(register.AbilityNotFiled, match="没有“剪纸制作”的有效考核备案"):
        planned(cast, ability, on=DAY - timedelta(days=1))
    number = planned(cast, ability)
    ended = {"ended": str(cast.school.organisation), "ended_for": "没有按考核规范考核。"}
    casework.make_move(ability.case_number, "end_assessor", answers=ended, by=cast.zheng, on=DAY)

    with pytest.raises(register.AbilityNotFiled, match="没有“剪纸制作”的有效考核备案"):
        planned(cast, ability)
    with pytest.raises(Refused, match="考核当日有有效备案"):
        move(number, "mark", cast.school, marks="王师傅 60")
    with pytest.raises(register.AbilityNotFiled, match="不能核发证书"):
        register.issue_ability_certificates(number, by=cast.school, on=ISSUED_ON)


def test_a_retired_ability_is_examined_no_more(cast: Cast, ability: AbilityProject) -> None:
    told = {"why": "已有国家职业标准。"}
    casework.make_move(ability.case_number, "retire", answers=told, by=cast.zheng, on=DAY)

    with pytest.raises(register.AbilityNotFiled, match="已经停用"):
        planned(cast, ability)


def test_a_pass_mark_that_nobody_settled_is_not_guessed(cast: Cast) -> None:
    with pytest.raises(register.PassMarkUnknown):
        register.mark_ability("1", "王师傅 60", pass_mark=None)


def test_abilities_are_read_by_machines(cast: Cast, ability: AbilityProject) -> None:
    listed = Client().get(reverse("api:list_abilities")).json()["abilities"]
    told = Client().get(reverse("api:get_ability", args=[ability.pk])).json()

    assert [one["name"] for one in listed] == ["剪纸制作"]
    assert told["examiners"][0]["name"] == "甲技师学院"
    assert Client().get(reverse("api:get_ability", args=[999999])).status_code == 404
