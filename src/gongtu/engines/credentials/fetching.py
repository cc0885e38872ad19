"""Fetching the keys and status lists that issuers elsewhere publish: by a job, never in a check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import structlog
from django.db.models import F, Q
from openvc.did.base import DidResolutionError
from openvc.did.did_web import DidWebResolver
from openvc.fetch import https_bytes_fetch

from gongtu.engines.credentials.checking.reading import LARGEST, Unreadable, parse
from gongtu.engines.credentials.checking.values import instant
from gongtu.engines.credentials.elsewhere import believed_on, is_admitted
from gongtu.engines.credentials.enveloped import content_of, envelope
from gongtu.engines.credentials.lists import why_no_list
from gongtu.engines.credentials.models import IssuerDocument, IssuerList
from gongtu.engines.credentials.resolving import resolve
from gongtu.records.context import CHINA

log = structlog.get_logger()
# A document of keys has some thousand bytes, and comes at once or not at all.
MOST_BYTES, SECONDS = 1 << 16, 10.0
LONGEST_REASON = 300
# A server that is down costs a round its patience this many times, not once for each list.
MOST_FAILURES = 3
# How often a round is made, and after how long whatever was had is asked for again at the latest.
ROUND, LONGEST_KEPT = timedelta(hours=1), timedelta(days=1)

Fetch = Callable[[str], bytes]
# By HTTPS only, to public addresses only, without redirects, within these limits.
guarded: Fetch = partial(https_bytes_fetch, timeout_s=SECONDS, max_bytes=MOST_BYTES)
# A list may be as large as any document of strangers.
guarded_list: Fetch = partial(https_bytes_fetch, timeout_s=SECONDS, max_bytes=LARGEST)


def fetch_documents(
    *, at: datetime, only_due: bool = False, fetch: Fetch = guarded
) -> dict[str, int]:
    """Fetch anew what each issuer on the list publishes; what cannot be had leaves what is kept.

    `only_due` leaves out what was had within a day.
    """
    dids = believed_on(_day(at))
    if only_due:
        fresh = IssuerDocument.objects.filter(fetched_at__gt=at - LONGEST_KEPT, failure="")
        dids -= set(fresh.values_list("did", flat=True))
    return _counted([_fetched(did, at, fetch) for did in sorted(dids)])


def fetch_lists(
    *, at: datetime, only_due: bool = False, fetch: Fetch = guarded_list
) -> dict[str, int]:
    """Fetch anew each status list that was noted, of issuers on the list; after their keys.

    `only_due` leaves out what may still be kept.  Whoever fails too often is left alone until the
    next round, which begins with what was not asked for in this one.
    """
    noted = IssuerList.objects.filter(did__in=believed_on(_day(at)))
    if only_due:
        noted = noted.filter(Q(due_at=None) | Q(due_at__lte=at))
    failed: Counter[str] = Counter()
    reasons = []
    for kept in noted.order_by(F("tried_at").asc(nulls_first=True), "pk"):
        if failed[kept.did] < MOST_FAILURES and is_admitted(kept.address, kept.did, _day(at)):
            reasons.append(_fetched_list(kept, at, fetch))
            failed[kept.did] += bool(reasons[-1])
    return _counted(reasons)


def _counted(failures: list[str]) -> dict[str, int]:
    failed = sum(map(bool, failures))
    return {"fetched": len(failures) - failed, "failed": failed}


def _fetched(did: str, at: datetime, fetch: Fetch) -> str:
    """Keep what an issuer publishes now; why it could not be had, or nothing."""
    try:
        found = DidWebResolver(lambda url: parse(fetch(url))).resolve(did).raw
    except (DidResolutionError, Unreadable) as error:
        told, reason = {}, str(error)[:LONGEST_REASON]
        log.warning("issuer's document not fetched", did=did, reason=reason)
    else:
        told, reason = {"document": found, "fetched_at": at}, ""
    IssuerDocument.objects.update_or_create(
        did=did, defaults={**told, "tried_at": at, "failure": reason}
    )
    return reason


def _fetched_list(kept: IssuerList, at: datetime, fetch: Fetch) -> str:
    """Keep a list as it is published now; why it could not be had, or nothing."""
    found: Any = None
    try:
        found = _list_in(fetch(kept.address))
        reason = why_no_list(found, kept.did, keys=resolve, now=at)[:LONGEST_REASON]
    except (DidResolutionError, Unreadable) as error:
        reason = str(error)[:LONGEST_REASON]
    if reason:
        log.warning("status list not fetched", did=kept.did, reason=reason)
    else:
        kept.document, kept.fetched_at = found, at
    kept.tried_at, kept.failure = at, reason
    kept.due_at = at if reason else at + _kept_for(content_of(found), at)
    kept.save()
    return reason


def _kept_for(said: dict[str, Any], at: datetime) -> timedelta:
    """How long what a list says may be kept by its own word, within a round and a day.

    Its `ttl` counts milliseconds (of one that states none, no other is assumed); after
    `validUntil` it says nothing any more.
    """
    ttl, until = said["credentialSubject"].get("ttl"), instant(said.get("validUntil"))
    ends = [LONGEST_KEPT]
    if type(ttl) is int:
        ends.append(timedelta(milliseconds=ttl))
    if until is not None:
        ends.append(until - at)
    return max(min(ends), ROUND)


def _day(at: datetime) -> date:
    return at.astimezone(CHINA).date()


def _list_in(content: bytes) -> Any:
    """A list signed within itself, or a JWT as what carries it."""
    text = content.strip()
    return envelope(text.decode(errors="replace")) if text.startswith(b"eyJ") else parse(content)
