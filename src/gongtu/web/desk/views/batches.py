"""Many alike: drawn, looked at by sample, granted, paid; and a run over the city on demand."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.engines.casework import services as casework
from gongtu.registers.offers import services as offers
from gongtu.web.desk import batches
from gongtu.web.desk.queue import require_office
from gongtu.web.http import Request, posts, reads, signed_in


@signed_in
@reads
def list_batches(request: Request) -> HttpResponse:
    """What can be decided together, the batches so far, and the last run over the city."""
    require_office(request.capacity)
    return render(request, "desk/list_batches.html", batches.list_page(request.capacity))


@signed_in
@posts
def draw_batch(request: Request, key: str) -> HttpResponse:
    """Draw the sample of all claims of the kind that wait."""
    batch = casework.draw_batch(key, by=request.capacity, on=request.on)
    return redirect("desk:show_batch", batch.pk)


@signed_in
@reads
def show_batch(request: Request, batch: int) -> HttpResponse:
    """One batch: the sample to be looked at, the rest, what came of each."""
    found = casework.find_batch(batch, request.capacity)
    return render(request, "desk/show_batch.html", batches.batch_page(found, request))


@signed_in
@posts
def check_line(request: Request, batch: int) -> HttpResponse:
    """What one case of the sample was found to be."""
    asked = request.POST
    casework.check_line(
        batch,
        asked.get("number", ""),
        sound=asked.get("found") == "sound",
        note=asked.get("note", ""),
        by=request.capacity,
        on=request.on,
    )
    return redirect("desk:show_batch", batch)


@signed_in
@posts
def grant_batch(request: Request, batch: int) -> HttpResponse:
    """Grant all that was not found wrong; each is judged by its own conditions."""
    outcomes = casework.grant_batch(batch, by=request.capacity, on=request.on)
    told = {"done": sum(one.done for one in outcomes), "all": len(outcomes)}
    messages.success(request, _("核定%(done)s件，共%(all)s件；未核定的逐件写明原因。") % told)
    return redirect("desk:show_batch", batch)


@signed_in
@posts
def pay_batch(request: Request, batch: int) -> HttpResponse:
    """Pay what was granted, by another officer than granted it."""
    casework.pay_batch(batch, by=request.capacity, on=request.on)
    messages.success(request, _("已开始发放；中断后会自动接着办，不会重复发放。"))
    return redirect("desk:show_batch", batch)


@signed_in
@posts
def start_run(request: Request) -> HttpResponse:
    """Find now what is owed in the whole city, instead of tonight."""
    batches.require_human_resources(request.capacity)
    offers.start_run(by=request.capacity, on=request.on)
    messages.success(request, _("已开始核算全城应得的待遇。"))
    return redirect("desk:list_batches")
