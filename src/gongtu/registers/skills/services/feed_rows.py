"""An event of a certificate as the query system takes it in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gongtu.engines.credentials.queries import name_by_number
from gongtu.parties.queries import masked_id_number
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate, CertificateEvent


def rows_of(events: Iterable[CertificateEvent]) -> list[dict[str, Any]]:
    """The rows of a page, in their order; the number of queries does not grow with it."""
    events = list(events)
    names = name_by_number([event.certificate.number for event in events])
    return [_row(event, names) for event in events]


def _row(event: CertificateEvent, names: dict[str, str]) -> dict[str, Any]:
    held = event.certificate
    return {
        "event": event.pk,
        "kind": event.kind,
        "on": event.on.isoformat(),
        "reason_class": event.reason_class,
        "certificate": {
            "number": held.number,
            "name": names.get(held.number, held.person.name),
            "id_number": masked_id_number(held.person),
            "occupation": held.occupation.name,
            "occupation_code": held.occupation_id,
            "grade": held.grade,
            "grade_shown": Grade(held.grade).display,
            "issued_on": held.issued_on.isoformat(),
            "issuer": held.issuer.name,
            "issuer_code": held.issuer.uscc or "",
            "successor": _successor(held),
            "predecessor": held.predecessor.number if held.predecessor else "",
        },
    }


def _successor(held: Certificate) -> str:
    found = getattr(held, "successor", None)
    return found.number if found else ""
