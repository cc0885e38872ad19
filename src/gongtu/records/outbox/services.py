"""Writing a message, and what people do about one."""

from datetime import datetime

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.records.journal.services import Actor, write
from gongtu.records.outbox.models import Channel, Message, MessageState


class NotStuck(Refused):
    """Only a message that could not be delivered is sent again by hand."""


def send(
    channel: str, to: str | int, subject: str, text: str, *, key: str, about: str = ""
) -> Message:
    """Write a message into the outbox, as part of the caller's transaction.

    `channel` is `app` (`to` is an account's id), `mail` or `sms`; `key` makes the message unique:
    sending it again is the same message; `about` is a chain such as `case:<number>`.
    """
    arrived = channel == Channel.APP
    message, _new = Message.objects.get_or_create(
        key=key,
        defaults={
            "channel": Channel(channel),
            "to": str(to),
            "subject": subject[:200],
            "text": text,
            "about": about,
            "state": MessageState.SENT if arrived else MessageState.WAITING,
        },
    )
    return message


def read(message: Message, *, at: datetime) -> None:
    """Note when a notice in the app was first opened."""
    Message.objects.filter(pk=message.pk, read_at=None).update(read_at=at)


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
