"""Keys as a DID document publishes them: whose, what for, and when they sign."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from gongtu.engines.credentials.checking.values import listed
from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.dids import ANY_PURPOSE, Resolved
from gongtu.engines.credentials.multikey import public_text

EC = {"P-256": KeyKind.P256, "P-384": KeyKind.P384}


def keys_in(document: Mapping[str, Any]) -> Callable[[str], Resolved | None]:
    """The keys that an issuer's own document names: all that a check elsewhere needs to know.

    Only its own: a method of another name or controller says nothing.  One that was revoked is
    left out: who knows no more than this document cannot tell what it signed when.
    """
    did = str(document.get("id", ""))
    methods: dict[str, dict[str, Any]] = {}
    purposes: dict[str, set[str]] = {}
    for member in ("verificationMethod", *sorted(ANY_PURPOSE)):
        for one, name in _named(document.get(member, []), did):
            if isinstance(one, dict):
                methods.setdefault(name, one)
            if member in ANY_PURPOSE:
                purposes.setdefault(name, set()).add(member)
    found = {
        name: _resolved(one, did, frozenset(purposes.get(name, ())))
        for name, one in methods.items()
        if one.get("controller", did) == did and "revoked" not in one
    }
    return found.get


def _named(value: Any, did: str) -> Iterator[tuple[Any, str]]:
    """Each method, or name of one, under its whole name; what is none of this issuer's is not."""
    for one, _where in listed(value, ""):
        name = one.get("id") if isinstance(one, dict) else one
        if isinstance(name, str):
            whole = did + name if name.startswith("#") else name
            if whole.startswith(f"{did}#"):
                yield one, whole


def _resolved(told: dict[str, Any], did: str, purposes: frozenset[str]) -> Resolved | None:
    public = _public(told)
    since, until = _day(told.get("validFrom")), _day(told.get("validThrough", told.get("expires")))
    if until and not since:
        since = date.min
    return Resolved(public, did, purposes, since=since, until=until) if public else None


def _public(told: dict[str, Any]) -> str:
    """The key as a multikey, however it is written; empty where it is of no kind known here."""
    multikey, jwk = told.get("publicKeyMultibase"), told.get("publicKeyJwk")
    if isinstance(multikey, str):
        return multikey
    return _of_jwk(jwk) if isinstance(jwk, dict) else ""


def _of_jwk(jwk: dict[str, Any]) -> str:
    """A public JSON Web Key (RFC 7517, 8037) as a multikey."""
    if jwk.get("crv") == KeyKind.ED25519:
        return public_text(KeyKind.ED25519, _bytes(jwk.get("x")))
    x, y = _bytes(jwk.get("x")), _bytes(jwk.get("y"))
    if jwk.get("crv") not in EC or not y:
        return ""
    return public_text(EC[jwk["crv"]], bytes([2 + (y[-1] & 1)]) + x)


def _bytes(part: Any) -> bytes:
    if not isinstance(part, str):
        return b""
    try:
        return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""


def _day(told: Any) -> date | None:
    """The day of a date or an instant; None for what is neither."""
    try:
        return date.fromisoformat(str(told)[:10])
    except ValueError:
        return None
