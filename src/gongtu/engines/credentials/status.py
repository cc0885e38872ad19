"""What became of a credential, as far as can be known: by our own table, or a list at hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from gongtu.engines.credentials.choices import Purpose, Status
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.statuslist import is_set
from gongtu.engines.credentials.structure import instant

# A signed and checked status list by its address; None where it cannot be had.
ListAt = Callable[[str], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of it, said as of an instant; `as_of` None is this moment's own table."""

    status: Status
    as_of: datetime | None = None
    credential: Credential | None = None


def standing_of(document: dict[str, Any], lists: ListAt) -> Standing | None:
    """None where nobody can tell."""
    entries = list(_entries(document))
    if not entries or any(_is_ours(entry) for entry in entries):
        return _our_standing(document)
    found = [_bit(entry, lists) for entry in entries]
    known = [bit for bit in found if bit]
    if len(known) < len(entries):
        return None
    oldest = min(as_of for _, _, as_of in known)
    for purpose, status in (
        (Purpose.REVOCATION, Status.REVOKED),
        (Purpose.REFRESH, Status.SUPERSEDED),
    ):
        if any(said == purpose and bit for said, bit, _ in known):
            return Standing(status, oldest)
    return Standing(Status.ISSUED, oldest)


def _our_standing(document: dict[str, Any]) -> Standing | None:
    subject = document["credentialSubject"]
    row = Credential.objects.filter(number=subject.get("certificateNumber")).first()
    if row is None or row.document.get("id") != document.get("id"):
        return None
    return Standing(Status(row.status), None, row)


def _bit(entry: dict[str, Any], lists: ListAt) -> tuple[str, bool, datetime] | None:
    carried = lists(entry["statusListCredential"])
    if carried is None:
        return None
    said, as_of = carried["credentialSubject"], instant(carried.get("validFrom"))
    if as_of is None or said.get("statusPurpose") != entry.get("statusPurpose"):
        return None
    try:
        bit = is_set(str(said.get("encodedList")), int(entry["statusListIndex"]))
    except ValueError:
        return None
    return str(entry["statusPurpose"]), bit, as_of


def _entries(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    entries = document.get("credentialStatus", [])
    yield from entries if isinstance(entries, list) else [entries]


def _is_ours(entry: dict[str, Any]) -> bool:
    here, there = urlsplit(settings.GONGTU_BASE_URL), urlsplit(entry["statusListCredential"])
    return (here.scheme, here.netloc) == (there.scheme, there.netloc)
