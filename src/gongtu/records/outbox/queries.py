"""Reading messages."""

from django.db.models import QuerySet

from gongtu.records.outbox.models import Channel, Message, MessageState


def list_notices(account: int) -> QuerySet[Message]:
    """The notices in the app for an account, newest first."""
    return Message.objects.filter(channel=Channel.APP, to=str(account))


def count_unread(account: int) -> int:
    return list_notices(account).filter(read_at=None).count()


def get_notice(account: int, notice_id: int) -> Message:
    """One notice of this account; raises `Message.DoesNotExist` for anybody else's."""
    return list_notices(account).get(pk=notice_id)


def list_dead_letters() -> QuerySet[Message]:
    """What could not be delivered and waits for a person, newest first."""
    return Message.objects.filter(state=MessageState.DEAD)


def list_messages_about(chain: str) -> QuerySet[Message]:
    """All messages about one matter, oldest first."""
    return Message.objects.filter(about=chain).order_by("id")
