"""Who an issuer is on the web: `did:web` under the platform's public address, and `did:key`."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings

from gongtu.engines.credentials.models import IssuerKey
from gongtu.engines.credentials.queries import Decision
from gongtu.policy.city import TrustedIssuer
from gongtu.records.context import instant_of

_OURS = re.compile(r"did:web:([^:#]+):issuers:(\d{1,18})")


# When a key signs, in words that are not of the standard's own: `expires` would end what it signed.
PERIOD = {
    "validFrom": "https://schema.org/validFrom",
    "validThrough": "https://schema.org/validThrough",
}
ASSERTION, AUTHENTICATION = "assertionMethod", "authentication"
ANY_PURPOSE = frozenset({ASSERTION, AUTHENTICATION})


class KeyUnknown(LookupError):
    """Nobody here can tell whose key that is; `says` why."""

    def __init__(self, says: str) -> None:
        self.says = says
        super().__init__(says)


@dataclass(frozen=True, slots=True)
class Published:
    """Where the key of somebody elsewhere was read: the rows that name its owner, and when."""

    rows: tuple[TrustedIssuer, ...]
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class Resolved:
    """A public key found by its method: whose, what for, and when it signed (None: always).

    `published` is where it was read, for the key of an issuer elsewhere.
    """

    public: str
    controller: str
    purposes: frozenset[str] = ANY_PURPOSE
    organisation: int | None = None
    since: date | None = None
    until: date | None = None
    decision: Decision | None = None
    published: Published | None = None


def did_of(organisation: int) -> str:
    """The issuer's name; its document is served at `/issuers/<id>/did.json`."""
    return f"did:web:{_host()}:issuers:{organisation}"


def organisation_of(did: str) -> int | None:
    """The organisation behind a name of ours; None for anybody else's."""
    match = _OURS.fullmatch(did)
    return int(match[2]) if match and match[1] == _host() else None


def did_document(organisation: int, name: str) -> dict[str, Any]:
    """What `did:web` serves: every key that ever signed, so that old credentials can be checked.

    Each says from when until when it signs. One out of its owner's hands is `revoked`, and no
    method of assertion: who knows no more than this document cannot tell what it signed when.
    """
    did = did_of(organisation)
    keys = IssuerKey.objects.filter(organisation=organisation).prefetch_related("compromises")
    methods = [_method(key, did) for key in keys]
    return {
        "@context": [
            "https://www.w3.org/ns/did/v1",
            "https://w3id.org/security/multikey/v1",
            PERIOD,
        ],
        "id": did,
        "alsoKnownAs": [name],
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods if "revoked" not in method],
    }


def _method(key: IssuerKey, did: str) -> dict[str, str]:
    told = {
        "id": f"{did}#{key.public}",
        "type": "Multikey",
        "controller": did,
        "publicKeyMultibase": key.public,
        "validFrom": key.since.isoformat(),
    }
    if key.until:
        told["validThrough"] = key.until.isoformat()
    for decided in key.compromises.all()[:1]:
        told["revoked"] = instant_of(decided.decided_on).isoformat(timespec="seconds")
    return told


def _host() -> str:
    return quote(urlsplit(settings.GONGTU_BASE_URL).netloc, safe=".-")
