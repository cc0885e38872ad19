"""A holder's wallet: what I hold, what I show, to whom and how long."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.wallet import services
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.wallet import present
from gongtu.web.wallet.forms import ShareForm


@signed_in
@reads
def list_held(request: Request) -> HttpResponse:
    """My certificates as cards, each with its verdict of today."""
    return render(request, "wallet/list_held.html", present.held_page(request))


@signed_in
@writes
def share_certificate(request: Request, number: str) -> HttpResponse:
    """Choose what a link shows, for how many days and for what."""
    context = {"certificate": present.held_in_words(request, number)}
    form = ShareForm(request.POST or None)
    if form.is_valid():
        try:
            made = services.share(
                number, **form.cleaned_data, by=request.capacity, on=request.on
            )  # fmt: skip
        except services.ShareUnfit as unfit:
            form.add_error(None, list(unfit.reasons))
        else:
            return redirect("wallet:show_share", made.pk)
    status = 422 if form.errors else 200
    return render(
        request, "wallet/share_certificate.html", {**context, "form": form}, status=status
    )


@signed_in
@reads
def list_shares(request: Request) -> HttpResponse:
    """Every link I made, open and ended."""
    return render(request, "wallet/list_shares.html", present.shares_page(request))


@signed_in
@reads
def show_share(request: Request, share: int) -> HttpResponse:
    """One link of mine: its address, what it shows, who opened it."""
    return render(request, "wallet/show_share.html", present.share_page(request, share))


@signed_in
@writes
def end_share(request: Request, share: int) -> HttpResponse:
    """Ask once more, then end the link at once."""
    context = present.share_page(request, share)
    if request.method != "POST":
        return render(request, "wallet/end_share.html", context)
    services.end_share(share, by=request.capacity, on=request.on)
    messages.success(request, _("链接已结束，从现在起打不开了。"))
    return redirect("wallet:show_share", share)
