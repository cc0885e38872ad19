"""The ways out: mail through Django's backend, text messages through a gateway or into the log."""

import json
import logging
import urllib.request
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage

from gongtu.records.outbox.models import Channel, Message

log = logging.getLogger(__name__)
GATEWAY_SECONDS = 10


class Way(Protocol):
    """Hands one message over; whatever it raises means: not delivered, try again."""

    def __call__(self, message: Message) -> None: ...


def by_mail(message: Message) -> None:
    headers = {"Message-ID": f"<gongtu-{message.pk}@{settings.DEFAULT_FROM_EMAIL.split('@')[-1]}>"}
    EmailMessage(message.subject, message.text, to=[message.to], headers=headers).send()


def by_sms(message: Message) -> None:
    """POST `{"to", "text", "key"}` to the gateway; without one (the demo) write it to the log."""
    if not settings.GONGTU_SMS_URL:
        log.info("sms", extra={"to": message.to, "text": message.text})
        return
    body = json.dumps({"to": message.to, "text": message.text, "key": message.key}).encode()
    request = urllib.request.Request(  # noqa: S310 - the operator's own address
        settings.GONGTU_SMS_URL, body, {"Content-Type": "application/json"}
    )
    urllib.request.urlopen(request, timeout=GATEWAY_SECONDS).close()  # noqa: S310 - as above


WAYS: dict[str, Way] = {Channel.MAIL: by_mail, Channel.SMS: by_sms}
