"""Reading messages."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.records.outbox.models import Channel, Message, MessageState

MOST_COUNTED = 100


class NoticeUnknown(Refused):
    """There is no such notice for this account."""


class Place(NamedTuple):
    """After which notice of a list a page begins: whether that one was read, and its number."""

    is_read: bool
    number: int


def list_notices(account: int) -> QuerySet[Message]:
    """The notices in the app for an account, newest first."""
    return Message.objects.filter(channel=Channel.APP, to=str(account))


def list_unread_first(account: int, *, after: Place | None = None, limit: int) -> list[Message]:
    """At most `limit` notices: those not read yet, then those read, each newest first."""
    everything = list_notices(account)
    unread, read = everything.filter(read_at=None), everything.exclude(read_at=None)
    if after is not None and after.is_read:
        unread, read = unread.none(), read.filter(pk__lt=after.number)
    elif after is not None:
        unread = unread.filter(pk__lt=after.number)
    first = list(unread[:limit])
    return [*first, *read[: limit - len(first)]]


def count_unread(account: int) -> int:
    """How many notices wait to be read; beyond `MOST_COUNTED` nobody counts on."""
    return list_notices(account).filter(read_at=None).order_by()[:MOST_COUNTED].count()


def unread_by(accounts: Iterable[int], about: str, subject: str) -> set[int]:
    """Which of the accounts have not read yet what they were told of a matter in these words."""
    unread = Message.objects.filter(channel=Channel.APP, to__in=map(str, accounts), read_at=None)
    told = unread.filter(about=about, subject=subject)
    return {int(to) for to in told.values_list("to", flat=True)}


def get_notice(account: int, notice_id: int) -> Message:
    """One notice of this account.

    Raises:
        NoticeUnknown: There is none, or it is somebody else's.
    """
    found = list_notices(account).filter(pk=notice_id).first()
    if found is None:
        raise NoticeUnknown(_("您没有这条消息。"))
    return found


def list_dead_letters() -> QuerySet[Message]:
    """What could not be delivered and waits for a person, newest first."""
    return Message.objects.filter(state=MessageState.DEAD)


def list_messages_about(chain: str) -> QuerySet[Message]:
    """All messages about one matter, oldest first."""
    return Message.objects.filter(about=chain).order_by("id")
