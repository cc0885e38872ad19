"""Taking back a certificate of a special ability, by its issuer or the office."""

from __future__ import annotations

from django.http import HttpResponse

from gongtu.registers.skills import services as register
from gongtu.web.desk import abilities
from gongtu.web.http import Request, signed_in, writes
from gongtu.web.revoking import decide_revocation


@signed_in
@writes
def revoke_ability(request: Request, number: str) -> HttpResponse:
    """The class of reason, the reason, and what its holder said; then the public sees it."""
    row = abilities.row_of(register.may_revoke_ability(number, by=request.capacity, on=request.on))
    return decide_revocation(
        request,
        "desk/revoke_ability.html",
        certificate=row,
        revoke=register.revoke_ability,
        after=row["check"],
    )
