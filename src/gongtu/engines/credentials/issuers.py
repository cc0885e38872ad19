"""Who a document says it is from."""

from collections.abc import Mapping
from typing import Any


def issuer_id(document: Mapping[str, Any]) -> str:
    """The issuer's identifier; empty where there is none."""
    return id_in(document, "issuer")


def id_in(document: Mapping[str, Any], member: str) -> str:
    """The identifier of a party: the member itself, or its `id`; empty where there is none."""
    party = document.get(member)
    found = party.get("id") if isinstance(party, dict) else party
    return found if isinstance(found, str) else ""
