"""While a body's filing is suspended nobody comes into its sessions; who sits in one stays."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.refusals import ConditionsUnmet
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.ladder.queries import sessions_for
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.queries import list_open, list_public
from gongtu.registers.sittings.services import RegistrationShut
from gongtu.registers.skills import services as skills_register
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Candidate
from gongtu.registers.titles import services as titles
from gongtu.registers.titles.choices import TitleLevel
from tests.cast import DAY, FITTER, FOUNDED, Cast
from tests.factories import quality, sessions, skills, social
from tests.factories.sittings import move, named
from tests.registers.sittings.test_seats import opened

RESUMED, HELD = quality.LATER, date(2026, 10, 20)
SUSPENDED, ENDED = "备案暂停中", "备案已经终止"


def listed(cast: Cast, on: date = DAY) -> set[str]:
    works = cast.bodies["works"].pk
    return {one.session.case_number for one in list_open([works], on=on)}


def on_map(cast: Cast, on: date = DAY) -> set[str]:
    assert cast.wang.person is not None
    found = sessions_for(cast.wang.person, FITTER, Grade.SENIOR, since=on, on=on)
    return {one.case_number for one in found}


def rest(cast: Cast, body: str, on: date = DAY) -> None:
    """What the body has filed rests from that day on."""
    skills_register.suspend_filings(
        cast.bodies[body].pk, "", case_number="20260000099", reason="属实。", by=cast.sun, on=on
    )


def test_registration_is_refused_while_it_rests_and_open_again_afterwards(cast: Cast) -> None:
    case = opened(cast, "一号机房 9", on=HELD)
    assert listed(cast) == on_map(cast) == {case.number}
    check = quality.suspended(cast)

    with pytest.raises(RegistrationShut, match=SUSPENDED):
        sittings.register(case.number, by=cast.wang, on=DAY)
    with pytest.raises(RegistrationShut, match=SUSPENDED):
        move(case, "enrol", cast.clerk, names="王师傅", declared=skills.CHECKED)
    assert listed(cast) == on_map(cast) == set()
    assert not Candidate.objects.exists()

    quality.move(check, "lift", cast.liu, RESUMED, lifted_for="已核对。")
    assert listed(cast, RESUMED) == on_map(cast, RESUMED) == {case.number}
    sittings.register(case.number, by=cast.wang, on=RESUMED)
    move(case, "enrol", cast.clerk, on=RESUMED, names="小李", declared=skills.CHECKED)
    assert Candidate.objects.count() == 2


def test_who_has_a_seat_keeps_it_and_may_give_it_back(cast: Cast) -> None:
    case = opened(cast, "一号机房 9", on=HELD)
    for worker in (cast.wang, cast.li):
        sittings.register(case.number, by=worker, on=DAY)
    quality.suspended(cast)

    sittings.give_back(case.number, by=cast.li, on=DAY)

    assert Candidate.objects.get().person == cast.person(cast.wang)
    with pytest.raises(RegistrationShut, match=SUSPENDED):
        sittings.register(case.number, by=cast.li, on=DAY)


def test_what_was_held_while_it_rested_is_not_published(cast: Cast) -> None:
    skills.seasoned(cast)
    case, other = (sessions.planned(cast, planned_on=date(2026, 9, 10)) for _ in range(2))
    move(case, "enrol", cast.clerk, names="王师傅", declared=skills.CHECKED)
    named(cast, case)
    check = quality.suspended(cast)
    move(case, "mark", cast.clerk, on=date(2026, 9, 11), marks="王师傅 88 91")

    with pytest.raises(ConditionsUnmet, match="有效备案范围内"):
        move(case, "publish", cast.clerk, on=date(2026, 9, 12))
    quality.move(check, "lift", cast.liu, RESUMED, lifted_for="已核对。")
    with pytest.raises(ConditionsUnmet, match="有效备案范围内"):
        move(case, "publish", cast.clerk, on=RESUMED)
    with pytest.raises(RegistrationShut, match="不在该机构的有效备案期内"):
        move(other, "enrol", cast.clerk, on=RESUMED, names="小李", declared=skills.CHECKED)


def test_whoever_sat_before_it_rested_is_still_listed_and_published(cast: Cast) -> None:
    skills.seasoned(cast)
    case = sessions.planned(cast)
    rest(cast, "works", on=date(2026, 9, 2))

    move(case, "enrol", cast.clerk, on=date(2026, 9, 2), names="王师傅", declared=skills.CHECKED)
    named(cast, case)
    move(case, "mark", cast.clerk, on=date(2026, 9, 2), marks="王师傅 88 91")

    assert move(case, "publish", cast.clerk, on=date(2026, 9, 2)).stage == "notice"


def test_holder_of_a_title_is_told_when_they_apply(cast: Cast) -> None:
    case = opened(cast, "一号机房 9", on=HELD)
    granted = titles.Granted("T1", TitleLevel.ASSISTANT, "工程", "某评审委员会")
    titles.record_title(cast.wang.person, granted, by=cast.liu, on=date(2015, 3, 1))
    told = {"session": case.number, "body": str(cast.bodies["works"].pk), "speciality": "机械"}
    before = casework.open_case("professional-assessment", answers=told, by=cast.wang, on=DAY)
    quality.suspended(cast)

    with pytest.raises(Refused, match=SUSPENDED):
        move(before, "admit", cast.clerk, checked="机械专业与装配钳工对应。")
    with pytest.raises(Refused, match=SUSPENDED):
        casework.open_case("professional-assessment", answers=told, by=cast.wang, on=DAY)


def test_a_filing_that_ended_takes_nobody_in_either(cast: Cast) -> None:
    case = opened(cast, "一号机房 9", on=HELD)
    check = quality.heard(cast, step="withdrawal")
    quality.move(check, "withdraw", cast.sun, decided_for="属实。")

    with pytest.raises(RegistrationShut, match=ENDED):
        sittings.register(case.number, by=cast.wang, on=DAY)
    assert not listed(cast)

    scope = skills_register.Scope(FITTER, Grade.JUNIOR, Grade.INTERMEDIATE)
    body = cast.bodies["works"].pk
    skills_register.record_filing(body, scope, site="020001", by=cast.liu, on=DAY)
    assert not listed(cast)
    wider = skills_register.Scope(FITTER, Grade.JUNIOR, Grade.SENIOR)
    skills_register.record_filing(body, wider, site="020001", by=cast.liu, on=DAY)
    assert listed(cast) == {case.number}
    sittings.register(case.number, by=cast.wang, on=DAY)


def test_registration_is_not_opened_while_it_rests(cast: Cast) -> None:
    case = sessions.planned(cast, planned_on=HELD)
    move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)
    quality.suspended(cast)

    with pytest.raises(RegistrationShut, match=SUSPENDED):
        move(case, "open_up", cast.clerk, rooms="一号机房 9")


def test_pages_do_not_offer_it_and_tell_who_sits_in_it(cast: Cast, settings: Settings) -> None:
    settings.GONGTU_TODAY = DAY
    clerk = social.filed(cast)
    skills.seasoned(cast)
    StandardWording.objects.create(
        occupation_id=FITTER, since=FOUNDED, wording="2023", source="标准"
    )
    case = social.registering(clerk, planned_on=HELD)
    sittings.register(case.number, by=cast.li, on=DAY)
    body, mine = cast.bodies["social"].pk, reverse("worker:list_sessions")
    wang, li = cast.client(cast.wang), cast.client(cast.li)
    assert case.number in wang.get(mine).content.decode()
    assert list_public(body, on=DAY).exists()
    assert "备案不在有效期" not in li.get(mine).content.decode()

    rest(cast, "social")

    assert case.number not in wang.get(mine).content.decode()
    assert "备案不在有效期" in li.get(mine).content.decode()
    assert "退出报名" in li.get(mine).content.decode()
    assert not list_public(body, on=DAY).exists()
    refused = wang.post(mine, {"number": case.number})
    assert refused.status_code == 422
    assert SUSPENDED in refused.content.decode()
    public = reverse("public:show_assessor", args=[body])
    assert "一号考场" not in wang.get(public).content.decode()


def test_next_session_offered_is_one_that_takes_people_in(cast: Cast) -> None:
    case = opened(cast)
    offered = social.registering(social.filed(cast), planned_on=HELD)
    sittings.register(case.number, by=cast.wang, on=DAY)
    rest(cast, "social")

    with pytest.raises(sittings.SeatTaken) as refused:
        sittings.register(case.number, by=cast.li, on=DAY)

    assert refused.value.next_case != offered.number
