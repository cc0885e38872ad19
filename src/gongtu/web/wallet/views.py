"""A holder's wallet: what I hold, what I show, to whom and how long."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.records.context import instant_of
from gongtu.registers.wallet import queries, services
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.wallet import present
from gongtu.web.wallet.forms import ElsewhereForm, PresentForm, ShareForm
from gongtu.web.written import made, show_form


@signed_in
@reads
def list_held(request: Request) -> HttpResponse:
    """My certificates as cards, each with its verdict of today."""
    return render(request, "wallet/list_held.html", present.held_page(request))


@signed_in
@reads
def show_held(request: Request, number: str) -> HttpResponse:
    """One of my own that certifies no grade: what it says, its code, and what I can do with it."""
    return render(request, "wallet/show_held.html", present.one_held_page(request, number))


@signed_in
@writes
def share_certificate(request: Request, number: str) -> HttpResponse:
    """Choose what a link shows, for how many days and for what."""
    context = {"certificate": present.held_in_words(request, number)}
    by, on = request.capacity, request.on
    form = ShareForm(request.POST or None, most=queries.most_days(on=on))
    if link := made(form, lambda: services.share(number, **form.cleaned_data, by=by, on=on)):
        return redirect("wallet:show_share", link.pk)
    return show_form(request, "wallet/share_certificate.html", {**context, "form": form})


@signed_in
@writes
def present_certificate(request: Request, number: str) -> HttpResponse:
    """Choose what a file discloses, and for whom; the file comes at once."""
    context = {"certificate": present.held_in_words(request, number)}
    form = PresentForm(request.POST or None)
    if file := made(form, lambda: present.presentation(number, form.cleaned_data, request)):
        return file
    return show_form(request, "wallet/present_certificate.html", {**context, "form": form})


@signed_in
@writes
def export_everything(request: Request) -> HttpResponse:
    """Everything in my wallet as one archive."""
    present.check_holder(request)
    if request.method != "POST":
        return render(request, "wallet/export_everything.html")
    pieces = services.export(
        address=present.address_of, at=instant_of(request.on), by=request.capacity, on=request.on
    )
    answer = StreamingHttpResponse(pieces, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="gongtu-{request.on}.zip"'
    return cast(HttpResponse, answer)


@signed_in
@writes
def keep_elsewhere(request: Request) -> HttpResponse:
    """Bring a certificate that somebody else issued; it is checked before it is kept."""
    present.check_holder(request)
    handed_in = (request.POST, request.FILES) if request.method == "POST" else ()
    form, by, on = ElsewhereForm(*handed_in), request.capacity, request.on
    if kept := made(form, lambda: services.keep(form.content(), by=by, on=on), field=form.given()):
        return redirect("wallet:show_elsewhere", kept.pk)
    if form.errors:
        form.put_back()
    return show_form(request, "wallet/keep_elsewhere.html", {"form": form})


@signed_in
@reads
def show_elsewhere(request: Request, kept: int) -> HttpResponse:
    """A certificate of elsewhere, checked anew: by whom, and which steps."""
    return render(request, "wallet/show_elsewhere.html", present.elsewhere_page(request, kept))


@signed_in
@writes
def drop_elsewhere(request: Request, kept: int) -> HttpResponse:
    """Ask once more, then delete it."""
    context, by, on = present.elsewhere_page(request, kept), request.capacity, request.on
    if _agreed(request, lambda: services.drop(kept, by=by, on=on)):
        messages.success(request, _("已删除。"))
        return redirect("wallet:list_held")
    return render(request, "wallet/drop_elsewhere.html", context)


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
    context, by, on = present.share_page(request, share), request.capacity, request.on
    if _agreed(request, lambda: services.end_share(share, by=by, on=on)):
        messages.success(request, _("链接已结束，从现在起打不开了。"))
        return redirect("wallet:show_share", share)
    return render(request, "wallet/end_share.html", context)


@signed_in
@writes
def delete_share(request: Request, share: int) -> HttpResponse:
    """Ask once more, then delete a link that is over."""
    context, by, on = present.share_page(request, share), request.capacity, request.on
    if _agreed(request, lambda: services.delete_share(share, by=by, on=on)):
        messages.success(request, _("已删除。"))
        return redirect("wallet:list_shares")
    return render(request, "wallet/delete_share.html", context)


def _agreed(request: Request, act: Callable[[], object]) -> bool:
    """Whether the holder, asked once more, agreed; then it is done."""
    agreed = request.method == "POST"
    if agreed:
        act()
    return agreed
