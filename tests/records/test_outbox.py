"""Messages: written once, delivered with patience, and never lost unseen."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.utils.translation import override

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext
from gongtu.records.journal.queries import list_chain, text_of
from gongtu.records.outbox.delivery import ATTEMPTS, deliver_due
from gongtu.records.outbox.models import Message, MessageState
from gongtu.records.outbox.queries import (
    NoticeUnknown,
    count_unread,
    get_notice,
    list_dead_letters,
    list_messages_about,
    list_notices,
)
from gongtu.records.outbox.services import NotStuck, read, release, send

pytestmark = pytest.mark.django_db

AT = datetime(2099, 9, 1, 4, tzinfo=UTC)


@dataclass(frozen=True)
class Clerk:
    role: str = "hrss"
    account: int | None = 7
    organisation: int | None = 3


def sent(channel: str = "mail", to: str | int = "wang@example.org", key: str = "k") -> Message:
    return send(channel, to, "补贴决定", "已准予。", key=key, about="case:1")


def fails(message: Message) -> None:
    raise ConnectionRefusedError("gateway down")


def test_the_same_key_is_the_same_message() -> None:
    assert sent() == sent()
    assert list(list_messages_about("case:1")) == [sent()]


def test_a_notice_is_there_at_once_and_read_once() -> None:
    notice = sent("app", 7)
    assert count_unread(7) == 1

    read(notice, at=AT)
    read(notice, at=AT + timedelta(days=1))

    assert get_notice(7, notice.pk).read_at == AT
    assert (count_unread(7), list(list_notices(8))) == (0, [])
    with pytest.raises(NoticeUnknown):
        get_notice(8, notice.pk)


def test_mail_is_delivered_once() -> None:
    sent()

    assert (deliver_due(AT), deliver_due(AT)) == (1, 0)

    [letter] = mail.outbox
    assert (letter.to, letter.subject, letter.body) == (
        ["wang@example.org"],
        "补贴决定",
        "已准予。",
    )
    assert Message.objects.get().sent_at == AT


def test_mail_says_its_sentences_in_both_languages_and_the_app_in_its_own() -> None:
    subject, text = gettext("您有应得的待遇"), [gettext("有效"), gettext("已撤销")]
    for channel in ("mail", "app"):
        with override("en"):
            send(channel, "7", subject, text, key=channel)

    mailed, noticed = (Message.objects.get(channel=channel) for channel in ("mail", "app"))

    assert (mailed.subject, mailed.text) == (
        "您有应得的待遇 / There is something you are owed",
        "有效已撤销\n\nValid Revoked",
    )
    assert (noticed.subject, noticed.text) == ("您有应得的待遇", "有效已撤销")


def test_a_text_message_without_a_gateway_goes_to_the_log() -> None:
    sent("sms", "13800000000")

    assert deliver_due(AT) == 1


def test_a_failed_delivery_is_tried_again_after_growing_pauses() -> None:
    sent()
    pauses, at = [], AT
    for _ in range(ATTEMPTS):
        deliver_due(at, ways={"mail": fails})
        due = Message.objects.get().due_at
        pauses.append(int((due - at).total_seconds() // 60))
        at = due + timedelta(seconds=1)

    assert pauses == [1, 2, 4, 8, 16, 32]
    [dead] = list_dead_letters()
    assert (dead.attempts, dead.last_error) == (
        ATTEMPTS,
        "ConnectionRefusedError: gateway down",
    )


def test_a_worker_that_dies_while_delivering_leaves_the_message_due() -> None:
    sent()

    def dies(message: Message) -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        deliver_due(AT, ways={"mail": dies})

    assert deliver_due(AT + timedelta(minutes=1)) == 0
    assert deliver_due(AT + timedelta(minutes=6)) == 1


def dead() -> Message:
    message = sent()
    Message.objects.update(state=MessageState.DEAD, attempts=6)
    return message


def test_a_person_releases_a_dead_letter_with_a_reason() -> None:
    message = dead()

    release(message, by=Clerk(), reason="网关已恢复", at=AT)

    assert deliver_due(AT) == 1
    [entry] = list_chain(f"message:{message.pk}")
    assert (entry.kind, entry.actor_account, text_of(entry)) == ("released", 7, "网关已恢复")


def test_a_release_needs_a_reason() -> None:
    with pytest.raises(Refused, match="理由"):
        release(dead(), by=Clerk(), reason="", at=AT)


def test_what_is_on_its_way_is_not_released() -> None:
    with pytest.raises(NotStuck):
        release(sent(), by=Clerk(), reason="再发一次", at=AT)
