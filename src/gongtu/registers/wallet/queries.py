"""What holders find in their wallet, and what a link leads to."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.queries import list_held
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.policy import shared
from gongtu.records.journal.models import JournalEntry
from gongtu.records.journal.queries import list_chain
from gongtu.registers.skills.queries import get_held
from gongtu.registers.skills.services.papers.showing import KIND as PAPER
from gongtu.registers.wallet.models import Elsewhere, Share

VIEWED = "share-viewed"


class NotTheHolder(NotEntitled):
    """In a wallet only its holder acts, and nobody for them."""


class ShareUnknown(Refused):
    """No link of this address was ever given out, or it is somebody else's."""


def holder_in(by: Capacity) -> UUID:
    """Whose wallet is open.

    Raises:
        NotTheHolder: Somebody acts for an organisation, for somebody else, or for nobody.
    """
    if by.person is None or by.organisation is not None or by.delegated:
        raise NotTheHolder(_("这是持证人本人的页面。请在“我的账户与身份”中切换为本人身份。"))
    return by.person


def most_days(*, on: date) -> int:
    """For how many days a link may be open."""
    return shared.platform.count("share_days_most", on=on) or 1


def list_shares(person: UUID) -> QuerySet[Share]:
    """Every link a person made, newest first."""
    return _shares().filter(person=person)


def get_share(person: UUID, share: int) -> Share:
    """A person's own link.

    Raises:
        ShareUnknown: The person made none of that number.
    """
    if (found := list_shares(person).filter(pk=share).first()) is None:
        raise ShareUnknown(_("您没有这一条分享链接。"))
    return found


def get_shared(token: str) -> Share:
    """What an address leads to, open or ended.

    Raises:
        ShareUnknown: The address was never given out.
    """
    found = _shares().filter(token=token).first() if token.isprintable() else None
    if found is None:
        raise ShareUnknown(_("没有这一分享链接，请向给您链接的人核对网址。"))
    return found


class ElsewhereUnknown(Refused):
    """The person keeps no such certificate."""


def list_elsewhere(person: UUID) -> QuerySet[Elsewhere]:
    """What a person keeps of others' certificates, the last first."""
    return Elsewhere.objects.filter(person=person)


def get_elsewhere(person: UUID, kept: int) -> Elsewhere:
    """One certificate of elsewhere that is a person's own.

    Raises:
        ElsewhereUnknown: The person keeps none of that number.
    """
    if (found := list_elsewhere(person).filter(pk=kept).first()) is None:
        raise ElsewhereUnknown(_("您没有存放这一张别处签发的证书。"))
    return found


def views_of(share: Share) -> list[JournalEntry]:
    """Who opened the link, in their own words, the last first."""
    return list(list_chain(chain_of(share)).filter(kind=VIEWED).order_by("-seq"))


def chain_of(share: Share) -> str:
    """Where the journal keeps what happened to a link."""
    return f"share:{share.pk}"


def find_own(person: UUID, number: str) -> Credential | None:
    """The signed original of one's own credential of any kind; None where none was signed.

    Old papers are handed out with the proof of their batch instead.

    Raises:
        CertificateUnknown: The person holds nothing of that number.
    """
    held = list_held(str(person)).exclude(kind=PAPER)
    if (found := held.filter(number=number).first()) is None:
        get_held(person, number)
    return found


def _shares() -> QuerySet[Share]:
    return Share.objects.select_related("person", "credential")
