"""Whoever was to sit in a session that is not held hears of it, in both languages, and once."""

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Account
from gongtu.records.outbox.models import Message
from gongtu.registers.sittings import services as sittings
from tests.cast import DAY, Cast
from tests.factories import sessions, social
from tests.factories.sittings import move
from tests.registers.sittings.test_seats import LATER, opened


def told(who: Capacity, channel: str = "app") -> list[Message]:
    own = Message.objects.filter(channel=channel, key__contains="not-held").order_by("id")
    return [one for one in own if one.key.endswith(f":{who.account}")]


def registered(cast: Cast) -> Case:
    """王师傅 has a seat; 小李 gave one back."""
    case = opened(cast, "一号机房 9", on=LATER)
    for worker in (cast.wang, cast.li):
        sittings.register(case.number, by=worker, on=DAY)
    sittings.give_back(case.number, by=cast.li, on=DAY)
    return case


def test_called_off_by_the_body(cast: Cast) -> None:
    case = registered(cast)
    Account.objects.filter(pk=cast.wang.account).update(email="wang@example.org", is_demo=False)

    move(case, "cancel", cast.clerk)

    (notice,) = told(cast.wang)
    assert notice.subject.startswith("您报考的评价不再举行：装配钳工 2026-09-20 · ")
    assert "The assessment you were to sit in is not held" in notice.subject
    for words in ("甲公司于2026年9月", "座位不再保留", "Your seat is gone", "register elsewhere"):
        assert words in notice.text
    assert case.number in notice.text
    assert [one.to for one in told(cast.wang, "mail")] == ["wang@example.org"]
    assert told(cast.li) == []


def test_stopped_by_the_office_names_the_office(cast: Cast) -> None:
    case = registered(cast)

    casework.make_move(case.number, "stop", by=cast.liu, on=DAY, reason="考场不符合要求。")

    (notice,) = told(cast.wang)
    assert "人社部门于" in notice.text
    assert "stopped" in notice.text


def test_whoever_was_listed_hears_of_it_where_nothing_was_arranged(cast: Cast) -> None:
    case = sessions.enrolled(cast)

    move(case, "cancel", cast.clerk)

    assert len(told(cast.wang)) == len(told(cast.li)) == 1


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "已取消"), ("en", "Your seat is gone")]
)
def test_the_page_tells_it_and_leads_to_what_is_open(
    cast: Cast, settings: Settings, language: str, words: str
) -> None:
    settings.GONGTU_TODAY = DAY
    case = registered(cast)
    other = social.registering(social.filed(cast), planned_on=LATER)
    move(case, "cancel", cast.clerk)
    wang = cast.client(cast.wang)

    answer = wang.get(reverse("worker:list_sessions"), HTTP_ACCEPT_LANGUAGE=language)
    shown = answer.content.decode()

    mine = shown.partition('id="mine"')[2]
    assert words in mine
    assert 'href="#open"' in mine
    assert 'value="give"' not in mine
    assert f'value="{other.number}"' in shown
