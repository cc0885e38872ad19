"""A certificate as the office sees it that supervises its issuer."""

from __future__ import annotations

from typing import Any

from gongtu.registers.skills import services as register
from gongtu.web import certificate_standing as standing
from gongtu.web.http import Request
from gongtu.web.wording import name_of


def supervised(number: str, request: Request) -> Any:
    """The certificate of that number.

    Raises:
        CertificateUnknown, NotEntitled: There is none, or its issuer lies elsewhere.
    """
    return register.supervised_certificate(number, by=request.capacity, on=request.on)


def row_of(held: Any) -> dict[str, Any]:
    """Whose it is, of what and by whom, and where it is decided on."""
    return {**standing.row_of(held, "desk"), "issuer": name_of(held.issuer)}
