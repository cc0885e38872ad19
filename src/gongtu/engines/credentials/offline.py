"""What a verifier without a network needs: keys of issuers, and the status lists as they stand.

Whoever keeps this can check a certificate for as long as the lists hold, and says as of when.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from gongtu.engines.credentials.building import list_address
from gongtu.engines.credentials.carried import LIKE, like
from gongtu.engines.credentials.choices import Purpose
from gongtu.engines.credentials.contexts import OPEN_BADGES, UNDEFINED_TERMS, V2
from gongtu.engines.credentials.models import IssuerKey, StatusList
from gongtu.engines.credentials.services import publish_status_list
from gongtu.engines.credentials.suites import Document

# The words that certificates here are written in; in others a small verifier reads nothing.
CONTEXTS = (V2, OPEN_BADGES, UNDEFINED_TERMS)


# What registers tell besides of an issuer, under a name of its own.
ByIssuer = Callable[[], Mapping[int, Any]]
_told: dict[str, ByIssuer] = {}


def tell_of_issuers(name: str, provider: ByIssuer) -> None:
    """Let a register tell whoever checks without a network something of each issuer."""
    _told[name] = provider


def told_by_issuer() -> dict[int, dict[str, Any]]:
    """What registers tell, by organisation and name."""
    told: dict[int, dict[str, Any]] = defaultdict(dict)
    for name, provider in _told.items():
        for organisation, says in provider().items():
            told[organisation][name] = says
    return told


def keys_by_issuer() -> dict[int, list[dict[str, Any]]]:
    """Every key that ever signed, by organisation: its days, and what was decided on it."""
    keys: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for key in IssuerKey.objects.filter(organisation__gt=0).prefetch_related("compromises"):
        keys[key.organisation].append(_key(key))
    return keys


def lists_by_address(*, on: date) -> dict[str, Document]:
    """Every list of an organisation's papers, signed as of now."""
    ours = StatusList.objects.filter(organisation__gt=0, issuer="").values_list("pk", flat=True)
    return {
        list_address(pk, purpose): publish_status_list(pk, purpose, on=on)
        for pk in ours
        for purpose in Purpose
    }


def codes() -> dict[str, str]:
    """The texts that codes in print rest on, by their numbers."""
    return {str(number): like(number) for number in LIKE}


def _key(key: IssuerKey) -> dict[str, Any]:
    decided = next(iter(key.compromises.all()), None)
    return {
        "public": key.public,
        "kind": key.kind,
        "since": key.since.isoformat(),
        "until": key.until.isoformat() if key.until else None,
        "decision": decided and {
            "after": decided.after.isoformat(),
            "effect": decided.effect,
            "reason": decided.reason,
            "decided_on": decided.decided_on.isoformat(),
        },
    }  # fmt: skip
