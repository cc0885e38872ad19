"""Offices, their delegation, consents, and the capacities that come of them."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from gongtu.parties import queries, services
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.models import Delegation
from gongtu.parties.purposes import PURPOSES, PurposeUnknown
from gongtu.parties.roles import CLOCK as CLOCK_ROLE
from gongtu.parties.roles import ENTERPRISE, HRSS, UNION
from tests.parties.conftest import DAY, World

TOMORROW, NEXT_WEEK = DAY + timedelta(days=1), DAY + timedelta(days=7)


@pytest.fixture
def boss(world: World) -> Capacity:
    world.officer(world.li, world.works, ENTERPRISE)
    return world.officer(world.wang, world.works, ENTERPRISE)


def hand_over(world: World, boss: Capacity, **changes: object) -> Delegation:
    terms: dict[str, object] = {
        "to": world.li, "since": DAY, "until": NEXT_WEEK, "reason": "年休假", "by": boss,
    }  # fmt: skip
    terms |= changes
    to = terms.pop("to")
    return services.delegate(queries.get_office(boss.office), to, **terms, on=DAY)


def test_own_capacity_comes_first(world: World, boss: Capacity) -> None:
    assert [capacity.key for capacity in world.capacities(world.wang)] == ["worker", boss.key]


def test_beginning_is_in_the_office(world: World, boss: Capacity) -> None:
    assert queries.default_capacity(world.account(world.wang), DAY) == boss


def test_office_begins_on_its_day(world: World) -> None:
    services.grant_office(
        world.wang, world.works, role=ENTERPRISE, title="厂长", since=TOMORROW, by=CLOCK, on=DAY
    )

    assert len(queries.list_capacities(world.account(world.wang), DAY)) == 1
    assert len(queries.list_capacities(world.account(world.wang), TOMORROW)) == 2


def test_office_is_held_once(world: World, boss: Capacity) -> None:
    with pytest.raises(services.OfficeTaken, match="王师傅已在甲公司任此职"):
        world.officer(world.wang, world.works, ENTERPRISE)


def test_clock_is_nobodys_office(world: World) -> None:
    with pytest.raises(services.OfficeTaken, match="“时钟”不是可以任命的身份"):
        world.officer(world.wang, world.works, CLOCK_ROLE)


def test_delegate_acts_in_the_office(world: World, boss: Capacity) -> None:
    delegation = hand_over(world, boss)

    acting = queries.get_capacity(world.account(world.li), f"delegation:{delegation.pk}", DAY)

    assert (acting.role, acting.office, acting.delegated) == (ENTERPRISE, boss.office, True)
    assert acting.person == world.li.pk
    assert acting.label == "甲公司 · 科长（代王师傅）"


def test_delegation_ends_by_itself(world: World, boss: Capacity) -> None:
    delegation = hand_over(world, boss)

    with pytest.raises(queries.CapacityUnknown):
        queries.get_capacity(world.account(world.li), f"delegation:{delegation.pk}", NEXT_WEEK)


def test_delegation_falls_with_its_office(world: World, boss: Capacity) -> None:
    delegation = hand_over(world, boss)
    services.end_office(queries.get_office(boss.office), by=CLOCK, on=TOMORROW)

    with pytest.raises(queries.CapacityUnknown):
        queries.get_capacity(world.account(world.li), f"delegation:{delegation.pk}", TOMORROW)


def test_both_sides_see_a_delegation(world: World, boss: Capacity) -> None:
    delegation = hand_over(world, boss)

    assert list(queries.list_delegations(world.wang.pk)) == [delegation]
    assert list(queries.list_delegations(world.li.pk)) == [delegation]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"reason": " "}, "请说明委托理由"),
        ({"since": DAY - timedelta(days=1)}, "委托期间应自今日或者以后开始"),
        ({"until": DAY}, "并晚于开始日期结束"),
    ],
)
def test_unfit_delegation_is_refused(
    world: World, boss: Capacity, changes: dict[str, object], reason: str
) -> None:
    with pytest.raises(services.DelegationUnfit, match=reason):
        hand_over(world, boss, **changes)


def test_office_is_delegated_to_colleagues_only(world: World, boss: Capacity) -> None:
    with pytest.raises(services.DelegationUnfit, match="受托人应为本单位现任工作人员"):
        hand_over(world, boss, to=world.stranger)


def test_office_is_not_delegated_to_oneself(world: World, boss: Capacity) -> None:
    with pytest.raises(services.DelegationUnfit, match="不能委托给本人"):
        hand_over(world, boss, to=world.wang)


def test_office_is_delegated_once_at_a_time(world: World, boss: Capacity) -> None:
    hand_over(world, boss)

    with pytest.raises(services.DelegationUnfit, match="这一期间已经委托他人"):
        hand_over(world, boss, since=TOMORROW, until=NEXT_WEEK + timedelta(days=9))


def test_delegate_does_not_delegate_on(world: World, boss: Capacity) -> None:
    delegation = hand_over(world, boss)
    acting = queries.get_capacity(world.account(world.li), f"delegation:{delegation.pk}", DAY)

    with pytest.raises(services.DelegationUnfit, match="受托人不能转委托"):
        hand_over(world, acting, since=NEXT_WEEK, until=NEXT_WEEK + timedelta(days=1), by=acting)


def test_stranger_does_not_end_a_delegation(world: World, boss: Capacity) -> None:
    delegation = hand_over(world, boss)

    with pytest.raises(services.DelegationUnfit, match="只有委托人或者受托人"):
        services.end_delegation(delegation, by=world.as_self(world.stranger), on=DAY)


def consent(world: World, purpose: str = "helper-files-for-me", **changes: object) -> object:
    scope = queries.scope_of(world.union.pk) if purpose == "helper-files-for-me" else ""
    terms: dict[str, object] = {
        "scope": scope, "evidence": "签名", "by": world.as_self(world.wang), "on": DAY,
    }  # fmt: skip
    return services.give_consent(world.wang, purpose, **terms | changes)


def test_consented_helper_files_for_the_worker(world: World) -> None:
    consent(world)
    office = world.officer(world.zhao, world.union, UNION).office

    helping = queries.get_capacity(world.account(world.zhao), f"helper:{world.wang.pk}", DAY)

    assert (helping.person, helping.office, helping.delegated) == (world.wang.pk, office, True)
    assert helping.label == "代王师傅办理（甲公司工会）"
    assert helping in world.capacities(world.zhao)


def test_helper_without_consent_is_refused(world: World) -> None:
    world.officer(world.zhao, world.union, UNION)

    with pytest.raises(queries.CapacityUnknown):
        queries.get_capacity(world.account(world.zhao), f"helper:{world.wang.pk}", DAY)


def test_consent_to_one_body_helps_no_other(world: World) -> None:
    consent(world)
    world.officer(world.zhao, world.hrss, HRSS)

    with pytest.raises(queries.CapacityUnknown):
        queries.get_capacity(world.account(world.zhao), f"helper:{world.wang.pk}", DAY)


def test_withdrawn_consent_helps_no_more(world: World) -> None:
    given = consent(world)
    world.officer(world.zhao, world.union, UNION)
    services.withdraw_consent(given, by=world.as_self(world.wang), on=DAY)

    with pytest.raises(queries.CapacityUnknown):
        queries.get_capacity(world.account(world.zhao), f"helper:{world.wang.pk}", DAY)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"scope": ""}, "请选择这项同意所指的单位"),
        ({"evidence": ""}, "请写明同意的凭据"),
        ({"by": CLOCK}, "只有本人可以作出同意"),
    ],
)
def test_unfit_consent_is_refused(world: World, changes: dict[str, object], reason: str) -> None:
    with pytest.raises(services.ConsentUnfit, match=reason):
        consent(world, **changes)


def test_unscoped_consent_takes_no_organisation(world: World) -> None:
    with pytest.raises(services.ConsentUnfit, match="这项同意不限定单位"):
        consent(world, "benefit-claims", scope="organisation:1")


def test_unknown_purpose_is_refused(world: World) -> None:
    with pytest.raises(PurposeUnknown):
        consent(world, "marketing")


def test_consent_stands_once(world: World) -> None:
    consent(world)

    with pytest.raises(services.ConsentUnfit, match="您已经同意过这一项"):
        consent(world)


def test_consent_is_withdrawn_once(world: World) -> None:
    given = consent(world)
    services.withdraw_consent(given, by=world.as_self(world.wang), on=DAY)

    with pytest.raises(services.ConsentUnfit, match="已于2026-09-01撤回"):
        services.withdraw_consent(given, by=world.as_self(world.wang), on=DAY)


def test_withdrawn_consent_may_be_given_anew(world: World) -> None:
    given = consent(world, "benefit-claims")
    services.withdraw_consent(given, by=world.as_self(world.wang), on=DAY)

    consent(world, "benefit-claims")

    assert queries.has_consented(world.wang.pk, "benefit-claims", DAY)


def test_every_purpose_speaks_both_languages() -> None:
    assert all(p.title and p.title_en and p.covers and p.covers_en for p in PURPOSES)


def test_capacity_is_named_in_the_readers_language(world: World) -> None:
    world.hrss.name_en = "City HRSS"
    world.hrss.save()
    office = world.officer(world.liu, world.hrss, HRSS)

    with override("en"):
        read = queries.get_capacity(world.account(world.liu), office.key, DAY)

    assert (office.label, read.label) == ("市人社局 · 科长", "City HRSS · 科长")
    assert read.key == office.key
