"""Before any page: which day it is, who acts as whom, and at what instant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from ipaddress import ip_address
from typing import cast

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from gongtu.parties import queries
from gongtu.parties.capacity import PUBLIC, Capacity
from gongtu.parties.models import Account
from gongtu.parties.roles import OFFICES
from gongtu.records.context import acting_at
from gongtu.registers.instruments.queries import looked_up_once
from gongtu.web.http import Request

SESSION_KEY = "capacity"
# Where somebody without their second factor may still go: to set it up, sign out, read on.
OPEN_TO_UNPROVEN = ("account:", "account_", "mfa_", "set_language", "healthz", "readyz")

NO_PAGES = tuple(settings.CONTENT_SECURITY_POLICY["EXCLUDE_URL_PREFIXES"])


class CapacityMiddleware:
    """Sets `request.on` and `request.capacity`, and the journal's instant around the page.

    Whoever acts for a public body without TOTP is led to set it up before they may act.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        ours = cast(Request, request)
        clock = timezone.localtime()
        now = _instant(clock)
        ours.on = timezone.localdate(now)
        ours.capacity = _capacity_of(ours)
        with acting_at(now, clock=clock), looked_up_once():
            return self.get_response(request)

    def process_view(self, request: Request, *_view: object) -> HttpResponse | None:
        """Django asks this once it knows the view; None lets the page answer."""
        if _lacks_second_factor(request) and not _is_open(request):
            return redirect("mfa_activate_totp")
        return None


class PolicyMiddleware(CSPMiddleware):
    """Says what a page may load; for what is no page, none is put together to be left out."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path_info.startswith(NO_PAGES):
            return response
        return super().process_response(request, response)


class VisitorMiddleware:
    """Behind one's own proxy the visitor is whom that proxy names; anywhere else, whoever calls.

    Limits count by `REMOTE_ADDR`.  Only the last address of the header is the proxy's own word:
    whatever stands before it the visitor may have written.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if settings.GONGTU_TRUSTED_PROXY and _is_address(named):
            request.META["REMOTE_ADDR"] = named
        return self.get_response(request)


def put_capacity(request: HttpRequest, capacity: Capacity) -> None:
    """Act as this from now on, in this session."""
    request.session[SESSION_KEY] = capacity.key
    cast(Request, request).capacity = capacity


def _is_address(text: str) -> bool:
    try:
        return bool(ip_address(text))
    except ValueError:
        return False


def _instant(now: datetime) -> datetime:
    fixed: date | None = settings.GONGTU_TODAY
    return now if fixed is None else now.replace(fixed.year, fixed.month, fixed.day)


def _capacity_of(request: Request) -> Capacity:
    if not request.user.is_authenticated:
        return PUBLIC
    account: Account = request.user
    key = request.session.get(SESSION_KEY)
    try:
        return queries.get_capacity(account, key or "", request.on)
    except queries.CapacityUnknown:
        # Nothing chosen yet, or the office has ended meanwhile.
        begun = queries.default_capacity(account, request.on)
        request.session[SESSION_KEY] = begun.key
        return begun


def _lacks_second_factor(request: Request) -> bool:
    if request.capacity.role not in OFFICES or request.user.is_demo:
        return False
    return not is_mfa_enabled(request.user, [Authenticator.Type.TOTP])


def _is_open(request: Request) -> bool:
    match = request.resolver_match
    return match is not None and match.view_name.startswith(OPEN_TO_UNPROVEN)
