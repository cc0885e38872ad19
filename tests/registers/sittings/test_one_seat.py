"""Nobody sits in two sessions for one grade, and nobody is issued a second certificate of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.registers.ladder.services import SeatElsewhere
from gongtu.registers.sittings import services as sittings
from gongtu.registers.skills import services as register
from gongtu.registers.skills.choices import RevocationReason
from gongtu.registers.skills.models import AssessmentSession, Candidate, Certificate
from gongtu.registers.titles import services as titles
from gongtu.registers.titles.choices import TitleLevel
from tests.api.conftest import sign
from tests.cast import DAY, Cast
from tests.factories import sessions, skills, social
from tests.factories.sittings import move, on_notice
from tests.registers.sittings.test_seats import LATER, opened

SESSIONS = reverse("worker:list_sessions")
ISSUED = date(2026, 11, 2)


def by_seat(cast: Cast, case: Case) -> Any:
    sittings.register(case.number, by=cast.wang, on=DAY)


def by_list(cast: Cast, case: Case) -> Any:
    move(case, "enrol", cast.clerk, names="王师傅\n小李", declared=skills.CHECKED)


def by_title(cast: Cast, case: Case) -> Any:
    granted = titles.Granted("T1", TitleLevel.ASSISTANT, "工程", "某评审委员会")
    titles.record_title(cast.wang.person, granted, by=cast.liu, on=date(2015, 3, 1))
    told = {"session": case.number, "body": str(cast.bodies["works"].pk), "speciality": "机械"}
    casework.open_case("professional-assessment", answers=told, by=cast.wang, on=DAY)


@pytest.mark.parametrize("door", [by_seat, by_list, by_title])
def test_second_seat_is_refused_naming_the_first(
    cast: Cast, door: Callable[[Cast, Case], Any]
) -> None:
    first, second = opened(cast, "一号机房 9"), opened(cast, "一号机房 9", on=LATER)
    sittings.register(first.number, by=cast.wang, on=DAY)

    with pytest.raises(SeatElsewhere) as refused:
        door(cast, second)

    (reason,) = refused.value.reasons
    assert f"王师傅已经报名2026-09-01的同一职业同一等级评价（{first.number}）" in reason
    assert Candidate.objects.get().session.case_number == first.number


def test_once_the_first_is_given_back_or_not_held_the_second_is_open(cast: Cast) -> None:
    first, second = opened(cast, "一号机房 9"), opened(cast, "一号机房 9", on=LATER)
    third = opened(cast, "一号机房 9", on=LATER)
    sittings.register(first.number, by=cast.wang, on=DAY)

    sittings.give_back(first.number, by=cast.wang, on=DAY)
    sittings.register(second.number, by=cast.wang, on=DAY)
    move(second, "cancel", cast.clerk)
    sittings.register(third.number, by=cast.wang, on=DAY)

    assert Candidate.objects.filter(session__case_number=third.number).exists()


def test_another_grade_and_one_that_was_sat_bar_nobody(cast: Cast) -> None:
    first, second = opened(cast, "一号机房 9"), opened(cast, "一号机房 9", on=LATER)
    junior = sessions.planned(cast, planned_on=LATER, grade="intermediate")
    sittings.register(first.number, by=cast.wang, on=DAY)

    move(junior, "enrol", cast.clerk, names="王师傅", declared=skills.CHECKED)
    sittings.register(second.number, by=cast.wang, on=DAY.replace(day=2))

    assert Candidate.objects.count() == 3


def test_listing_again_in_the_same_session_is_no_second_seat(cast: Cast) -> None:
    case = opened(cast, "一号机房 9")
    sittings.register(case.number, by=cast.wang, on=DAY)

    by_list(cast, case)

    assert Candidate.objects.count() == 2


def test_page_names_the_first_instead_of_a_button(cast: Cast, settings: Settings) -> None:
    settings.GONGTU_TODAY = DAY
    first = opened(cast, "一号机房 9")
    other = social.registering(social.filed(cast), planned_on=LATER)
    sittings.register(first.number, by=cast.wang, on=DAY)
    wang = cast.client(cast.wang)

    shown = wang.get(SESSIONS).content.decode().partition('id="mine"')[0]
    refused = wang.post(SESSIONS, {"number": other.number})

    assert "已报另一场" in shown
    assert first.number in shown
    assert f'value="{other.number}"' not in shown
    assert refused.status_code == 422
    assert f"（{first.number}）" in refused.content.decode()


def passed(cast: Cast) -> str:
    """A session of both, who passed, up to its certificates; its number."""
    return on_notice(cast, "王师傅 88 91\n小李 80 80").number


def issued(cast: Cast, number: str) -> dict[str, str]:
    """Who was issued nothing, and the certificate they held."""
    casework.make_move(number, "issue", by=cast.clerk, on=ISSUED)
    sat = Candidate.objects.filter(session__case_number=number).exclude(withheld="")
    return dict(sat.values_list("person__name", "withheld"))


def test_whoever_holds_one_by_then_gets_no_second_and_the_others_get_theirs(
    cast: Cast, settings: Settings
) -> None:
    settings.GONGTU_TODAY = ISSUED
    number = passed(cast)
    first = skills.certificate(cast, serial=77, issued_on=DAY)

    assert issued(cast, number) == {"王师傅": first.number}

    new = Certificate.objects.exclude(pk=first.pk).get()
    assert new.person == cast.person(cast.li)
    assert AssessmentSession.objects.get().state == "issued"
    told = f"未核发：核发时已经持有同一职业同一等级的证书{first.number}"
    shown = cast.client(cast.clerk).get(reverse("enterprise:show_session", args=[number]))
    assert told in shown.content.decode()
    assert told in cast.client(cast.wang).get(SESSIONS).content.decode()
    assert told not in cast.client(cast.li).get(SESSIONS).content.decode()


def test_a_revoked_one_does_not_count(cast: Cast) -> None:
    number = passed(cast)
    first = skills.certificate(cast, serial=77, issued_on=DAY)
    sign(first, cast.clerk)
    register.revoke_certificate(
        first.number, reason=RevocationReason.ISSUED_IN_ERROR, told="考评人员不足", heard="无意见",
        by=cast.liu, on=DAY,
    )  # fmt: skip

    assert issued(cast, number) == {}
    assert Certificate.objects.count() == 3
