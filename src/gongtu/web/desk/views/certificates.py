"""One certificate before the office that supervises its issuer: suspended, resumed, taken back."""

from __future__ import annotations

from django.http import HttpResponse

from gongtu.registers.skills import services as register
from gongtu.web.certificate_standing import decide_standing
from gongtu.web.desk import certificates
from gongtu.web.http import Request, signed_in, writes
from gongtu.web.revoking import decide_revocation


@signed_in
@writes
def show_certificate(request: Request, number: str) -> HttpResponse:
    """Everything that happened to it, and whether it counts for now; the look is noted."""
    held = certificates.supervised(number, request)
    row = certificates.row_of(held)
    return decide_standing(request, "desk/show_certificate.html", certificate=row, held=held)


@signed_in
@writes
def revoke_certificate(request: Request, number: str) -> HttpResponse:
    """Take it back: the class of reason, the reason, and what its holder said before."""
    row = certificates.row_of(certificates.supervised(number, request))
    return decide_revocation(
        request,
        "desk/revoke_certificate.html",
        certificate=row,
        revoke=register.revoke_certificate,
        after=row["address"],
    )
