"""What happened to certificates, handed to the query system page by page (Art. 22).

A page is signed by the city's human-resources office and names where it begins and ends, so that
pages can be shown to follow one another.  Reading changes nothing: whoever was interrupted goes on
after the last page.  Every row is acknowledged by itself; `pending` reads those that are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.contexts import UNDEFINED_TERMS, V2
from gongtu.engines.credentials.dataintegrity import sign
from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.services import stamp
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.choices import Level
from gongtu.parties.queries import accounts_of_officers, body_for
from gongtu.parties.roles import HRSS
from gongtu.policy.city import active_city
from gongtu.records.outbox.models import Channel
from gongtu.records.outbox.services import send
from gongtu.registers.skills.choices import Receipt
from gongtu.registers.skills.models import CertificateEvent, FeedReceipt
from gongtu.registers.skills.queries import list_events
from gongtu.registers.skills.services.feed_rows import rows_of

MOST = 500


class RowsNotHanded(Refused):
    """Rows are acknowledged that were never handed to this office."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the query system made of one row."""

    event: int
    accepted: bool
    reason: str = ""


def feed_page(
    *, after: int = 0, limit: int = MOST, pending: bool = False, by: Capacity, on: date
) -> dict[str, Any]:
    """The rows after a cursor, signed; an empty page at the end, whose `next` is `after`.

    Raises:
        NotEntitled: Only the human-resources office reads it.
    """
    _only_the_office(by)
    events = list_events(by.division, pending=pending).filter(pk__gt=after)
    rows = rows_of(events[: min(max(limit, 1), MOST)])
    signing = identity(_office().pk, on=on)
    page = {
        "@context": [V2, UNDEFINED_TERMS],
        "type": ["CertificateFeedPage"],
        "issuer": signing.did,
        "after": after,
        "next": rows[-1]["event"] if rows else after,
        "pending": pending,
        "rows": rows,
    }
    return sign(page, signing.signer, method=signing.method, created=stamp(on))


@transaction.atomic
def acknowledge(answers: Sequence[Answer], *, by: Capacity, on: date) -> dict[str, int]:
    """Note what became of each row; again changes nothing, and what was accepted stays so.

    Raises:
        NotEntitled: Only the human-resources office answers.
        RowsNotHanded: All at once, the rows that are none of the office's.
        Refused: A row is rejected without a reason.
    """
    _only_the_office(by)
    events = list_events(by.division).in_bulk([one.event for one in answers])
    if strange := sorted({one.event for one in answers} - events.keys()):
        told = "、".join(map(str, strange))
        raise RowsNotHanded(_("没有向本单位报送过这些记录：%(rows)s") % {"rows": told})
    if any(not one.accepted and not one.reason.strip() for one in answers):
        raise Refused(_("退回的记录应当写明理由。"))
    for one in answers:
        _note(events[one.event], one, on=on)
    accepted = sum(one.accepted for one in answers)
    return {"accepted": accepted, "rejected": len(answers) - accepted}


def _note(event: CertificateEvent, answer: Answer, *, on: date) -> None:
    before = FeedReceipt.objects.filter(event=event).first()
    if before is not None and before.state == Receipt.ACCEPTED:
        return
    state = Receipt.ACCEPTED if answer.accepted else Receipt.REJECTED
    reason = "" if answer.accepted else answer.reason.strip()[:500]
    told = {"state": state, "reason": reason, "on": on}
    FeedReceipt.objects.update_or_create(event=event, defaults=told)
    if not answer.accepted:
        _tell_issuer(event, reason, on=on)


def _tell_issuer(event: CertificateEvent, reason: str, *, on: date) -> None:
    issuer = event.certificate.issuer_id
    for account in accounts_of_officers([issuer], on=on).get(issuer, ()):
        send(
            Channel.APP,
            account,
            "证书信息被查询系统退回",
            f"证书编号{event.certificate.number}：{reason}",
            key=f"feed:{event.pk}:{on.isoformat()}:{account}",
            about=f"certificate:{event.certificate.number}",
        )


def _only_the_office(by: Capacity) -> None:
    if by.role is not HRSS:
        raise NotEntitled(_("证书信息由人力资源和社会保障部门的查询系统接收。"))


def _office() -> Any:
    return body_for(HRSS, active_city().division, level=Level.CITY)
