"""What a credential says, before it is signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings

from gongtu.engines.credentials.checking.entries import ENTRY, LIST, LIST_CREDENTIAL
from gongtu.engines.credentials.choices import Purpose
from gongtu.engines.credentials.contexts import OPEN_BADGES, UNDEFINED_TERMS, V2
from gongtu.engines.credentials.dids import did_of
from gongtu.records.context import CHINA

BATCH, TREE = "CredentialBatch", "MerkleTree"
# How long a published list is believed; whoever holds an older one cannot tell.
LIST_HOLDS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues: the organisation's id and the name it is filed under."""

    organisation: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One credential to be issued: `subject` says of whom and what, `title` names it."""

    number: str
    title: str
    subject: Mapping[str, Any]
    valid_from: date
    valid_until: date | None = None
    holder_index: str = ""
    achievement: str = "Certificate"  # of Open Badges' list, or its extension `ext:…`


def build_document(
    order: Order, *, kind: str, issuer: Issuer, status_list: int, status_index: int | str
) -> dict[str, Any]:
    """A W3C Verifiable Credential 2.0 that is an Open Badge 3.0 too, without its proof."""
    document = {
        "@context": [V2, OPEN_BADGES, UNDEFINED_TERMS],
        "id": f"urn:gongtu:{kind}:{order.number}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": order.title,
        "issuer": {"id": did_of(issuer.organisation), "type": ["Profile"], "name": issuer.name},
        "validFrom": midnight(order.valid_from),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            **order.subject,
            "certificateNumber": order.number,
            "achievement": {
                "id": f"urn:gongtu:{kind}",
                "type": ["Achievement"],
                "achievementType": order.achievement,
                "name": order.title,
                "description": order.title,
                "criteria": {"narrative": order.title},
            },
        },
        # Open Badges has room for one entry; our other lists stand beside the one it names.
        "credentialStatus": {
            **status_entry(status_list, status_index, Purpose.REVOCATION),
            "statusReference": [
                list_address(status_list, purpose)
                for purpose in (Purpose.REFRESH, Purpose.SUSPENSION)
            ],
        },
    }
    if order.valid_until:
        document["validUntil"] = midnight(order.valid_until)
    return document


def build_status_list(
    issuer: str, *, list_id: int, purpose: Purpose, encoded: str, at: datetime
) -> dict[str, Any]:
    """The credential that carries a status list, without its proof."""
    address = list_address(list_id, purpose)
    return {
        "@context": [V2],
        "id": address,
        "type": ["VerifiableCredential", LIST_CREDENTIAL],
        "issuer": issuer,
        "validFrom": at.isoformat(timespec="seconds"),
        "validUntil": (at + LIST_HOLDS).isoformat(timespec="seconds"),
        "credentialSubject": {
            "id": f"{address}#list",
            "type": LIST,
            "statusPurpose": purpose.value,
            "encodedList": encoded,
        },
    }


def build_batch(name: str, issuer: Issuer, *, size: int, root: bytes, on: date) -> dict[str, Any]:
    """What an issuer signs once for many papers: how many lie in a tree, and its root."""
    return {
        "@context": [V2, UNDEFINED_TERMS],
        "id": name,
        "type": ["VerifiableCredential", BATCH],
        "issuer": did_of(issuer.organisation),
        "validFrom": midnight(on),
        "credentialSubject": {
            "id": f"{name}#tree",
            "type": TREE,
            "treeSize": size,
            "rootHash": root.hex(),
        },
    }


def status_entry(list_id: int, index: int | str, purpose: Purpose) -> dict[str, str]:
    """Where a credential's bit stands."""
    address = list_address(list_id, purpose)
    return {
        "id": f"{address}#{index}",
        "type": ENTRY,
        "statusPurpose": purpose.value,
        "statusListIndex": str(index),
        "statusListCredential": address,
    }


def list_address(list_id: int, purpose: Purpose) -> str:
    """Where the list is published."""
    return f"{settings.GONGTU_BASE_URL}/credentials/status/{list_id}/{purpose.value}"


def midnight(day: date) -> str:
    """The beginning of a day in China, as RFC 3339.

    >>> midnight(date(2026, 9, 1))
    '2026-09-01T00:00:00+08:00'
    """
    return datetime.combine(day, time(), tzinfo=CHINA).isoformat()
