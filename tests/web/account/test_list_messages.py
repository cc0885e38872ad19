"""What was told to an account stands on one page, what is new first."""

import pytest
from django.test import Client
from django.urls import reverse

from gongtu.base.bilingual import Word
from gongtu.base.speech import gettext
from gongtu.parties.models import Account
from gongtu.records.outbox.models import Message
from gongtu.records.outbox.queries import MOST_COUNTED, count_unread
from gongtu.records.outbox.services import read, send
from tests.parties.conftest import World
from tests.records.test_outbox import AT
from tests.web.account.conftest import Enter
from tests.web.costs import queries_of

ADDRESS = reverse("account:list_messages")
ACCOUNT = reverse("account:show_account")


@pytest.fixture
def wang(world: World) -> Account:
    return world.account(world.wang)


def told(account: Account, subject: str = "轮到您办理：补贴", about: str = "") -> Message:
    key = str(Message.objects.count())
    return send("app", account.pk, subject, f"案件编号{key}。", key=key, about=about)


def shown(client: Client, address: str = ADDRESS) -> str:
    return client.get(address).content.decode()


def test_what_is_new_stands_first_and_the_frame_counts_it(wang: Account, enter: Enter) -> None:
    new, seen = told(wang, "先到的"), told(wang, "后到的")
    read(seen, at=AT)
    page = shown(enter(wang))

    assert "消息（1条未读）" in page
    assert page.index("先到的") < page.index("后到的")
    assert page.count("未读</span>") == 1
    assert "消息（1条未读）" in shown(enter(wang), ACCOUNT)
    assert reverse("account:show_message", args=[new.pk]) in page


def test_each_reads_it_in_their_own_language(wang: Account, enter: Enter) -> None:
    title = Word("技能提升补贴", "Subsidy for raising a skill")
    words = gettext("轮到您办理：%(title)s") % {"title": title}
    send("app", wang.pk, words, "案件编号1。", key="turn")
    client = enter(wang)

    assert "轮到您办理：技能提升补贴" in shown(client)
    english = client.get(ADDRESS, headers={"accept-language": "en"}).content.decode()
    assert "Your turn: Subsidy for raising a skill" in english
    assert "轮到您办理" not in english


def test_what_somebody_else_was_told_is_not_there(
    world: World, wang: Account, enter: Enter
) -> None:
    told(world.account(world.liu), "别人的")

    page = shown(enter(wang))

    assert "别人的" not in page
    assert "没有消息" in page
    assert "条未读" not in page


def test_more_than_a_page_is_read_page_by_page_without_a_gap(wang: Account, enter: Enter) -> None:
    for number in range(60):
        message = told(wang, f"第{number:02d}条")
        if number % 2:
            read(message, at=AT)
    client, address, found = enter(wang), ADDRESS, []
    while address:
        answer = client.get(address)
        found += [one.subject for one in answer.context["told"]]
        following = answer.context["next_page"]
        address = following and ADDRESS + following

    new = [f"第{number:02d}条" for number in range(58, -1, -2)]
    assert found == [*new, *(f"第{number:02d}条" for number in range(59, 0, -2))]


def test_an_address_cut_off_is_refused(wang: Account, enter: Enter) -> None:
    client = enter(wang)

    assert client.get(f"{ADDRESS}?after=unread~").status_code == 422
    assert client.get(f"{ADDRESS}?after=seen~3").status_code == 422


def test_the_frame_does_not_count_on_for_ever(wang: Account, enter: Enter) -> None:
    for _ in range(MOST_COUNTED + 5):
        told(wang)

    assert f"{MOST_COUNTED - 1}+条未读" in shown(enter(wang))


def test_a_full_page_costs_what_a_short_one_does(wang: Account, enter: Enter) -> None:
    client = enter(wang)
    told(wang)
    few = queries_of(client, ADDRESS)
    for _ in range(40):
        read(told(wang), at=AT)

    assert queries_of(client, ADDRESS) == few


def test_all_are_read_at_once_and_nobody_elses(world: World, wang: Account, enter: Enter) -> None:
    liu = world.account(world.liu)
    told(wang)
    told(wang)
    told(liu)

    answer = enter(wang).post(reverse("account:read_all_messages"))

    assert answer.url == ADDRESS
    assert (count_unread(wang.pk), count_unread(liu.pk)) == (0, 1)


def test_the_public_is_led_to_sign_in_and_sees_no_count(client: Client, world: World) -> None:
    assert client.get(ADDRESS).status_code == 302
    assert ADDRESS not in shown(client, "/")


def test_it_reads_in_english(wang: Account, enter: Enter) -> None:
    told(wang)

    page = enter(wang).get(ADDRESS, headers={"accept-language": "en"}).content.decode()

    assert "Messages (1 unread)" in page
    assert '<span lang="zh-Hans">轮到您办理：补贴</span>' in page
