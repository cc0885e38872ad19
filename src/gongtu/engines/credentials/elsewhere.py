"""Issuers elsewhere whom the city believes, and their keys as `fetching` got them last.

Whom it believes is a list of dated rows in the city's folder.  A check asks nobody: it reads what
is kept, and says of when that is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime
from urllib.parse import unquote

from django.utils.translation import gettext as _

from gongtu.engines.credentials.dids import KeyUnknown, Published, Resolved
from gongtu.engines.credentials.models import IssuerDocument, IssuerList
from gongtu.engines.credentials.published import keys_in
from gongtu.policy import shared
from gongtu.policy.city import TrustedIssuer, active_city
from gongtu.records.context import CHINA

# What may follow an address where something below it is named: nothing, a path, a query.
UNDER = ("", "/", "?")
# A step that leads out of a path again, as it is or enciphered for an address.
UPWARDS = re.compile(r"(?:/|%2f|\\|%5c)(?:\.|%2e){1,2}(?:/|%2f|\\|%5c|[?#]|$)", re.IGNORECASE)


def published_key(method: str) -> Resolved:
    """The key of this name in its owner's document as it was fetched last.

    Raises:
        KeyUnknown: With why nobody here can tell whose it is.
    """
    did = method.partition("#")[0]
    rows = tuple(row for row in active_city().trusted_issuers if row.did == did)
    if not rows:
        raise KeyUnknown(_("这里不认识这个签发单位：它不在本市认可的外部签发单位名单上"))
    kept = IssuerDocument.objects.filter(did=did, fetched_at__isnull=False).first()
    if kept is None or kept.fetched_at is None:
        raise KeyUnknown(_("这个签发单位的公钥文件还没有取到"))
    found = keys_in(kept.document)(method)
    if found is None:
        says = _("签名所用的密钥不在签发单位%(day)s的公钥文件里")
        raise KeyUnknown(says % {"day": _day(kept.fetched_at)})
    return replace(found, published=Published(rows, kept.fetched_at))


def why_unreliable(published: Published, now: datetime) -> str:
    """Why a key read in a fetched document is not relied upon at an instant; empty if it is."""
    on, day = now.astimezone(CHINA).date(), _day(published.fetched_at)
    if not any(row.holds_on(on) for row in published.rows):
        return _("这个签发单位当日不在本市认可的外部签发单位名单上")
    most = shared.platform.count("issuer_document_days", on=on)
    if most is None:
        return _("公钥文件取得以后多久还可以采信，待核")
    if (now - published.fetched_at).days > most:
        says = _("签发单位的公钥文件是%(day)s取得的，已经超过%(most)d天，不再采信")
        return says % {"day": day, "most": most}
    return ""


def why_list_old(fetched_at: datetime, now: datetime) -> str:
    """Why a status list that was fetched is not relied upon any more; empty if it is."""
    most = shared.platform.count("issuer_list_days", on=now.astimezone(CHINA).date())
    if most is None:
        return _("状态列表取得以后多久还可以采信，待核")
    if (now - fetched_at).days > most:
        says = _("状态列表是%(day)s取得的，已经超过%(most)d天，不再采信")
        return says % {"day": _day(fetched_at), "most": most}
    return ""


def believed_on(on: date) -> set[str]:
    """The names of the issuers that stand on the list on a day."""
    return {row.did for row in active_city().trusted_issuers if row.holds_on(on)}


def is_admitted(address: str, did: str, on: date) -> bool:
    """Whether an issuer may keep a status list there on a day.

    It may under its own web address, and under those that its row names.
    """
    rows = [row for row in active_city().trusted_issuers if row.did == did and row.holds_on(on)]
    own = "https://" + unquote(did.removeprefix("did:web:").partition(":")[0])
    homes = (own, *(home for row in rows for home in row.lists))
    return bool(rows) and any(_lies_under(address, home) for home in homes)


def why_not_admitted(address: str, did: str, on: date) -> str:
    """Why a list of an issuer that is believed is never fetched from there; empty if it may be."""
    if did not in believed_on(on) or is_admitted(address, did, on):
        return ""
    return _("状态列表的网址不是本市为这个签发单位认可的网址，不去取")


def list_issuers() -> list[tuple[TrustedIssuer, IssuerDocument | None, list[IssuerList]]]:
    """Each row of the list, and what is kept of that issuer: its keys and its status lists."""
    kept = IssuerDocument.objects.in_bulk(field_name="did")
    lists: dict[str, list[IssuerList]] = defaultdict(list)
    for one in IssuerList.objects.all():
        lists[one.did].append(one)
    rows = active_city().trusted_issuers
    return [(row, kept.get(row.did), lists[row.did]) for row in rows]


def _lies_under(address: str, home: str) -> bool:
    """Whether an address is a home, or below it; a host that only begins alike is another."""
    within = address.startswith(home) and (home.endswith("/") or address[len(home) :][:1] in UNDER)
    return within and not UPWARDS.search(address)


def _day(instant: datetime) -> str:
    return instant.astimezone(CHINA).date().isoformat()
