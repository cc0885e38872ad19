"""Courses to come: announced, places taken and given back, started, called off."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gongtu.parties.access import NotEntitled
from gongtu.parties.models import Account
from gongtu.parties.roles import INDUSTRY, PROVIDER
from gongtu.records.outbox.models import Message
from gongtu.registers.skills.choices import Grade
from gongtu.registers.training import services as training
from gongtu.registers.training.models import Announcement, Trainee
from gongtu.registers.training.queries import list_open_courses, list_signed_up
from gongtu.registers.training.services import AnnouncementWrong, NotRunning, PlaceTaken
from tests.cast import DAY, Cast, appoint
from tests.factories.training import COMING, announced

STARTS = COMING.starts_on


def taken(course: Announcement) -> int:
    return Announcement.objects.get(pk=course.pk).taken


def test_the_last_place_goes_to_one_and_the_other_is_offered_the_next(cast: Cast) -> None:
    course = announced(cast, places=1)
    announced(cast, grade=Grade.TECHNICIAN)
    following = announced(cast, starts_on=STARTS + timedelta(days=9))

    training.sign_up(course.pk, by=cast.wang, on=DAY)
    with pytest.raises(PlaceTaken) as refused:
        training.sign_up(course.pk, by=cast.li, on=DAY)
    with pytest.raises(NotRunning, match="已经报名"):
        training.sign_up(course.pk, by=cast.wang, on=DAY)

    assert refused.value.next_course == following.pk
    assert "甲技师学院" in refused.value.reasons[1]
    training.withdraw(course.pk, by=cast.wang, on=DAY)
    training.sign_up(course.pk, by=cast.li, on=DAY)
    assert taken(course) == 1
    assert not list_signed_up(cast.person(cast.wang).pk)
    training.call_off(following.pk, by=cast.school, on=DAY)
    with pytest.raises(PlaceTaken, match="没有其他"):
        training.sign_up(course.pk, by=cast.wang, on=DAY)


def test_whoever_has_a_place_becomes_a_trainee_when_the_course_starts(cast: Cast) -> None:
    course = announced(cast)
    with pytest.raises(NotRunning, match="没有人报名"):
        training.start(course.pk, by=cast.school, on=STARTS)
    for worker in (cast.wang, cast.li):
        training.sign_up(course.pk, by=worker, on=DAY)
    with pytest.raises(NotRunning, match="2026年10月1日"):
        training.start(course.pk, by=cast.school, on=STARTS - timedelta(days=1))

    held = training.start(course.pk, by=cast.school, on=STARTS)

    assert (held.number, held.began_on, held.in_catalogue) == (course.number, STARTS, None)
    assert [one.person.name for one in Trainee.objects.filter(course=held)] == ["王师傅", "小李"]
    for again in (training.start, training.call_off):
        with pytest.raises(NotRunning, match="已经开班"):
            again(course.pk, by=cast.school, on=STARTS)
    with pytest.raises(NotRunning, match="已经开班"):
        training.withdraw(course.pk, by=cast.wang, on=STARTS)


def test_whoever_has_a_place_in_a_course_called_off_is_told_once(cast: Cast) -> None:
    course = announced(cast)
    for worker in (cast.wang, cast.li):
        training.sign_up(course.pk, by=worker, on=DAY)
    training.withdraw(course.pk, by=cast.li, on=DAY)
    Account.objects.filter(pk=cast.wang.account).update(is_demo=False)

    training.call_off(course.pk, by=cast.school, on=DAY)
    with pytest.raises(NotRunning, match="已经取消"):
        training.call_off(course.pk, by=cast.school, on=DAY)

    told = Message.objects.filter(about=f"course:{course.number}").order_by("channel")
    mail = f"{cast.person(cast.wang).pk}@example.org"
    assert [(one.channel, one.to) for one in told] == [
        ("app", str(cast.wang.account)),
        ("mail", mail),
    ]
    assert "装配钳工 2026-10-01" in told[0].subject
    assert "甲技师学院" in told[0].text


def test_enterprises_and_providers_train_too_and_industry_bodies_do_not(cast: Cast) -> None:
    provider = appoint("高经办", 21, PROVIDER, cast.district)
    for by in (cast.clerk, provider):
        course = training.announce(COMING, by=by, on=DAY)
        training.sign_up(course.pk, by=cast.wang, on=DAY)
        assert training.start(course.pk, by=by, on=STARTS).provider_id == by.organisation
        with pytest.raises(NotEntitled):
            training.call_off(course.pk, by=cast.school, on=DAY)

    with pytest.raises(NotEntitled):
        training.announce(COMING, by=appoint("徐经办", 22, INDUSTRY, cast.district), on=DAY)


def test_who_trains_nobody_announces_nothing_and_each_signs_up_for_themselves(
    cast: Cast,
) -> None:
    course = announced(cast)

    for by in (cast.union, cast.wang, cast.liu):
        with pytest.raises(NotEntitled):
            training.announce(COMING, by=by, on=DAY)
    for by in (cast.clerk, cast.wang, cast.liu):
        for move in (training.start, training.call_off):
            with pytest.raises(NotEntitled):
                move(course.pk, by=by, on=STARTS)
    for act in (training.sign_up, training.withdraw):
        with pytest.raises(NotEntitled):
            act(course.pk, by=cast.school, on=DAY)


def test_nobody_signs_up_late_or_for_what_is_off(cast: Cast) -> None:
    course = announced(cast)
    late = course.sign_up_until + timedelta(days=1)

    with pytest.raises(NotRunning, match="报名已经截止"):
        training.sign_up(course.pk, by=cast.wang, on=late)
    with pytest.raises(NotRunning, match="没有报名"):
        training.withdraw(course.pk, by=cast.wang, on=DAY)
    assert list_open_courses(on=course.sign_up_until).get() == course
    assert not list_open_courses(on=late)
    training.call_off(course.pk, by=cast.school, on=DAY)
    with pytest.raises(NotRunning, match="已经取消"):
        training.sign_up(course.pk, by=cast.wang, on=DAY)
    assert not list_open_courses(on=DAY)


def test_the_same_announced_twice_is_one_course_and_everything_wrong_is_told(cast: Cast) -> None:
    assert announced(cast) == announced(cast)
    wrong = replace(
        COMING, occupation="9", grade=Grade.APPRENTICE, starts_on=date(2026, 8, 1), class_hours=0,
        sign_up_until=date(2026, 8, 2), places=0, venue=" ", fee="",
    )  # fmt: skip

    with pytest.raises(AnnouncementWrong) as refused:
        training.announce(wrong, by=cast.school, on=DAY)

    assert len(refused.value.reasons) == 8
