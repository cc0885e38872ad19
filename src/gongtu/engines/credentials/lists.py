"""Status lists of others: none tells anything unsigned, and none is asked for within a check.

Of an issuer on the city's list those are kept that certificates shown here name: they are noted
then, fetched by `fetching` in its next round, and read here.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.presentation import is_enveloped
from gongtu.engines.credentials.dids import Resolved
from gongtu.engines.credentials.elsewhere import believed_on, is_admitted
from gongtu.engines.credentials.enveloped import content_of, opened
from gongtu.engines.credentials.genuine import CREDENTIAL, Demand, Findings, Keys, signers
from gongtu.engines.credentials.issuers import issuer_id
from gongtu.engines.credentials.models import IssuerList
from gongtu.engines.credentials.status import Carried, ListAt, ListUnknown, is_list, lists_named

# An issuer with more would have ten million certificates and more; or it makes a list for each
# holder, and learns who is asked about.
MOST_LISTS = 100
LONGEST_ADDRESS = 500


def published_list(address: str) -> Carried | None:
    """The list of an issuer elsewhere as it was fetched last; None where it was never noted.

    Where two issuers name the same address, it is the list of who signed it.

    Raises:
        ListUnknown: It was noted and never had, with why.
    """
    noted = IssuerList.objects.filter(address=address).order_by(
        F("fetched_at").desc(nulls_last=True)
    )
    kept = noted.first() if address.isprintable() else None
    if kept is None:
        return None
    if kept.fetched_at is None:
        says = _("这份状态列表还没有取到：%(why)s")
        raise ListUnknown(says % {"why": kept.failure or _("已经记下，下一轮去取")})
    return Carried(kept.document, kept.fetched_at)


def signed_lists(lists: ListAt, keys: Keys, now: datetime) -> ListAt:
    """Lists at hand, of which only those are handed on that are signed by whom they name."""

    def signed_list(address: str) -> Carried | None:
        carried = lists(address)
        if carried is None:
            return None
        document, by, _found = _opened(carried.document, keys, now)
        if not by or any(one.decision for one in by):
            raise ListUnknown(_("状态列表的签名核验不过"))
        return Carried(document, carried.fetched_at)

    return signed_list


def why_no_list(document: Any, did: str, *, keys: Keys, now: datetime) -> str:
    """Why what was fetched is no status list of this issuer; empty if it is one."""
    told, by, found = _opened(document, keys, now)
    if not by:
        return "；".join(map(str, found.problems))
    if issuer_id(told) != did:
        return _("状态列表由另一单位签发")
    return "" if is_list(told) else _("不是状态列表")


def note_lists(document: Any, found: Findings, *, on: date) -> None:
    """Note the lists that a genuine document of an issuer on the city's list names.

    Only those under addresses that are admitted for the issuer, and so many of one issuer: whoever
    is believed about certificates is not thereby believed about whom to ask.
    """
    if not found.is_genuine or not isinstance(document, dict):
        return
    said = content_of(document)
    did = issuer_id(said)
    if did not in believed_on(on):
        return
    known = set(IssuerList.objects.filter(did=did).values_list("address", flat=True))
    named = {one for one in lists_named(said) if _is_fit(one) and is_admitted(one, did, on)} - known
    noted = [IssuerList(did=did, address=one) for one in sorted(named)]
    IssuerList.objects.bulk_create(noted[: MOST_LISTS - len(known)], ignore_conflicts=True)


def _is_fit(address: str) -> bool:
    return address.isascii() and address.isprintable() and len(address) <= LONGEST_ADDRESS


def _opened(document: Any, keys: Keys, now: datetime) -> tuple[Any, list[Resolved], Findings]:
    """A list, in its envelope or not; whose keys signed it, none at all if one step fails."""
    found = Findings()
    if is_enveloped(document):
        inner, by = opened(document, found, keys=keys, now=now)
        return inner, by, found
    by = signers(document, CREDENTIAL, found, keys=keys, demand=Demand(), now=now)
    return document, by, found
