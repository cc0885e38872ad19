"""Writing a message, and what people do about one."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _
from django.utils.translation import override

from gongtu.base.errors import Refused
from gongtu.base.speech import said
from gongtu.records.journal.services import Actor, write
from gongtu.records.outbox.models import Channel, Message, MessageState

LONGEST = 200  # letters of a subject


class NotStuck(Refused):
    """Only a message that could not be delivered is sent again by hand."""


def send(
    channel: str,
    to: str | int,
    subject: str,
    text: str | Sequence[str],
    *,
    key: str,
    about: str = "",
) -> Message:
    """Write a message into the outbox, as part of the caller's transaction.

    `channel` is `app` (`to` is an account's id), `mail` or `sms`; `key` makes the message unique:
    sending it again is the same message; `about` is a chain such as `case:<number>`.  `text` may
    be several sentences.  Who reads it is not known by language: sentences are written in Chinese
    and English, by sms in Chinese alone.
    """
    arrived = channel == Channel.APP
    message, _new = Message.objects.get_or_create(
        key=key,
        defaults={
            "channel": Channel(channel),
            "to": str(to),
            **written(channel, subject, text),
            "about": about,
            "state": MessageState.SENT if arrived else MessageState.WAITING,
        },
    )
    return message


def written(channel: str, subject: str, text: str | Sequence[str]) -> dict[str, str]:
    """Subject and text: apart in each language in the app, by mail one below the other."""
    languages = ("zh-hans",) if channel == Channel.SMS else ("zh-hans", "en")
    subjects, texts = list(_in_each(languages, subject)), list(_in_each(languages, text))
    if channel == Channel.APP:
        english = {"subject_en": subjects[-1][:LONGEST], "text_en": texts[-1]}
        return {"subject": subjects[0][:LONGEST], "text": texts[0], **english}
    return {"subject": " / ".join(subjects)[:LONGEST], "text": "\n\n".join(texts)}


def _in_each(languages: Sequence[str], words: str | Sequence[str]) -> Iterator[str]:
    """The words in each language, once where they are the same in all."""
    told: set[str] = set()
    sentences = (words,) if isinstance(words, str) else words
    for language in languages:
        with override(language):
            text = ("" if language != "en" else " ").join(map(said, sentences))
        if text not in told:
            yield text
        told.add(text)


def read(message: Message, *, at: datetime) -> None:
    """Note when a notice in the app was first opened."""
    Message.objects.filter(pk=message.pk, read_at=None).update(read_at=at)


def read_all(account: int, *, at: datetime) -> int:
    """Note that an account has seen every notice it was sent; how many were new to it."""
    unread = Message.objects.filter(channel=Channel.APP, to=str(account), read_at=None)
    return unread.update(read_at=at)


@transaction.atomic
def release(message: Message, *, by: Actor, reason: str, at: datetime) -> None:
    """Try a dead letter again, because somebody found out why it died.

    Raises:
        NotStuck: It is on its way or has arrived.
        Refused: No reason is given.
    """
    if not reason.strip():
        raise Refused(_("请说明重新发送的理由。"))
    stuck = Message.objects.filter(pk=message.pk, state=MessageState.DEAD)
    if not stuck.update(state=MessageState.WAITING, attempts=0, due_at=Now()):
        raise NotStuck(_("这条通知没有停发，不需要重新发送。"))
    chain = f"message:{message.pk}"
    write(chain, "released", on=at.date(), at=at, by=by, what={"message": message.pk}, text=reason)
