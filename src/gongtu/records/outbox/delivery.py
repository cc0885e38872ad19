"""Delivering what waits in the outbox: the worker calls this all the time."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import F

from gongtu.records.outbox.channels import WAYS, Way
from gongtu.records.outbox.models import Message, MessageState

ATTEMPTS = 6
FIRST_PAUSE = timedelta(minutes=1)
# Longer than any gateway takes; after it a message claimed by a dead worker is due again.
CLAIM = timedelta(minutes=5)
BATCH = 50


def deliver_due(at: datetime, *, ways: Mapping[str, Way] = WAYS) -> int:
    """Deliver messages that are due, so many at a time; how many arrived.

    A message is claimed before it is handed over: two workers never send the same one, and one that
    was claimed by a worker killed in between is sent again.
    """
    due = Message.objects.filter(state=MessageState.WAITING, due_at__lte=at).order_by(
        "due_at", "id"
    )
    return sum(_deliver(message, at, ways) for message in due[:BATCH])


def _deliver(message: Message, at: datetime, ways: Mapping[str, Way]) -> bool:
    # By the count, which every claim raises: SQLite writes its own clock in another precision.
    as_seen = Message.objects.filter(
        pk=message.pk, state=MessageState.WAITING, attempts=message.attempts
    )
    if not as_seen.update(due_at=at + CLAIM, attempts=F("attempts") + 1):
        return False
    mine = Message.objects.filter(pk=message.pk)
    try:
        ways[message.channel](message)
    except Exception as error:  # whatever a way out raises means: not delivered
        attempts = message.attempts + 1
        state = MessageState.DEAD if attempts >= ATTEMPTS else MessageState.WAITING
        pause = FIRST_PAUSE * 2 ** (attempts - 1)
        mine.update(state=state, due_at=at + pause, last_error=f"{type(error).__name__}: {error}")
        return False
    mine.update(state=MessageState.SENT, sent_at=at, last_error="")
    return True
