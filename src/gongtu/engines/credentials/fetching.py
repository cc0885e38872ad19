"""Fetching what issuers elsewhere publish of their keys: by a job, never within a check."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import orjson
import structlog
from django.utils.translation import gettext as _
from openvc.did.base import DidResolutionError
from openvc.did.did_web import DidWebResolver
from openvc.fetch import https_bytes_fetch

from gongtu.engines.credentials.checking.reading import Unreadable, parse
from gongtu.engines.credentials.models import IssuerDocument
from gongtu.policy.city import active_city
from gongtu.records.context import CHINA

log = structlog.get_logger()
# A document of keys has some thousand bytes, and comes at once or not at all.
MOST_BYTES, SECONDS = 1 << 16, 10.0
LONGEST_REASON = 300

Fetch = Callable[[str], bytes]
# By HTTPS only, to public addresses only, without redirects, within these limits.
guarded: Fetch = partial(https_bytes_fetch, timeout_s=SECONDS, max_bytes=MOST_BYTES)


def fetch_documents(*, at: datetime, fetch: Fetch = guarded) -> dict[str, int]:
    """Fetch anew what each issuer on the list publishes; what cannot be had leaves what is kept."""
    on = at.astimezone(CHINA).date()
    dids = sorted({row.did for row in active_city().trusted_issuers if row.holds_on(on)})
    failures = [_fetched(did, at, fetch) for did in dids]
    failed = sum(map(bool, failures))
    return {"fetched": len(dids) - failed, "failed": failed}


def _fetched(did: str, at: datetime, fetch: Fetch) -> str:
    """Keep what an issuer publishes now; why it could not be had, or nothing."""
    try:
        found = DidWebResolver(lambda url: _read(fetch(url))).resolve(did).raw
    except (DidResolutionError, Unreadable) as error:
        told, reason = {}, str(error)[:LONGEST_REASON]
        log.warning("issuer's document not fetched", did=did, reason=reason)
    else:
        told, reason = {"document": found, "fetched_at": at}, ""
    IssuerDocument.objects.update_or_create(
        did=did, defaults={**told, "tried_at": at, "failure": reason}
    )
    return reason


def _read(content: bytes) -> Any:
    document = parse(content)
    if b"\\u0000" in orjson.dumps(document):
        raise Unreadable(_("含有空字符"))
    return document
