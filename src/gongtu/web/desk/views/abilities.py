"""Taking back a certificate of a special ability, by its issuer or the office."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.registers.skills import services as register
from gongtu.web.desk import abilities
from gongtu.web.http import Request, signed_in, writes
from gongtu.web.revoking import RevocationForm


@signed_in
@writes
def revoke_ability(request: Request, number: str) -> HttpResponse:
    """The class of reason, the reason, and what its holder said; then the public sees it."""
    held = register.may_revoke_ability(number, by=request.capacity, on=request.on)
    form = RevocationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            abilities.revoke(number, form, request)
        except NotEntitled:
            raise
        except Refused as refused:
            form.add_error(None, list(refused.reasons))
        else:
            messages.success(request, _("证书已撤销，查验时即刻显示为已撤销。"))
            return redirect("public:show_verdict", number)
    context = {"certificate": abilities.row_of(held), "form": form}
    status = 422 if form.errors else 200
    return render(request, "desk/revoke_ability.html", context, status=status)
