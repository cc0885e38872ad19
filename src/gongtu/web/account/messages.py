"""What was told to an account in the app: all of it, one of it, and that all is read."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.records.context import instant_of
from gongtu.records.outbox import queries as outbox
from gongtu.records.outbox import services
from gongtu.records.outbox.models import Message
from gongtu.records.outbox.queries import Place
from gongtu.web.account.leads import address_of, other_capacity
from gongtu.web.asking import PAGE, PlaceUnreadable, first_page, next_page
from gongtu.web.http import Request, noting, posts, reads, signed_in

UNREAD, READ = "unread", "read"


@signed_in
@reads
def list_messages(request: Request) -> HttpResponse:
    """Every message to the account, those not read yet first."""
    found = outbox.list_unread_first(request.user.pk, after=_place_asked(request), limit=PAGE + 1)
    shown = found[:PAGE]
    context = {
        "told": shown,
        "next_page": next_page(request, _cursor(shown[-1]) if len(found) > PAGE else ""),
        "first_page": first_page(request),
    }
    return render(request, "account/list_messages.html", context)


@signed_in
@reads
def show_message(request: Request, message: int) -> HttpResponse:
    """Lead to what the message is about; what it says, where there is no page for this capacity."""
    found = outbox.get_notice(request.user.pk, message)
    with noting():
        services.read(found, at=instant_of(request.on))
    if address := address_of(found.about, request.capacity):
        return redirect(address)
    capacity, address = other_capacity(found.about, request)
    context = {"message": found, "capacity": capacity, "address": address}
    return render(request, "account/show_message.html", context)


@signed_in
@posts
def read_all_messages(request: Request) -> HttpResponse:
    """Nothing is new any more."""
    services.read_all(request.user.pk, at=instant_of(request.on))
    return redirect("account:list_messages")


def _cursor(message: Message) -> str:
    return f"{UNREAD if message.read_at is None else READ}~{message.pk}"


def _place_asked(request: Request) -> Place | None:
    """The state and number in `?after=read~12`; None on the first page.

    Raises:
        PlaceUnreadable: The address was cut off or changed.
    """
    text = request.GET.get("after", "")
    state, _sep, number = text.partition("~")
    if text and not (state in (UNREAD, READ) and number.isdecimal()):
        raise PlaceUnreadable(_("这一页的地址不完整，请从第一页看起。"))
    return Place(state == READ, int(number)) if text else None
