"""What every page promises: a reading page changes nothing, and a refusal reads as its reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django_htmx.middleware import HtmxDetails

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Account
from gongtu.web.failures import show_refusal

P = ParamSpec("P")


class Request(HttpRequest):
    """A request as our middleware hands it to a page."""

    capacity: Capacity
    on: date
    user: Account
    htmx: HtmxDetails


Page = Callable[Concatenate[Request, P], HttpResponse]

READING = frozenset({"GET", "HEAD"})
WRITING = READING | {"POST"}
# Doors know refusals by name, so that no door must import an engine for its exceptions.
STATUSES = {
    "WrongHands": 403,
    "NotEntitled": 403,
    "SignedOut": 403,
    "StaleMove": 409,
    "GuideStale": 409,
    "TooManyLookUps": 429,
}
_CHANGE = re.compile(r'\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)', re.IGNORECASE)
_NOTING_TABLES = ("records_journal", "django_session", "cache")
_noting: ContextVar[bool] = ContextVar("noting", default=False)


class ReadingPageWrote(Exception):
    """A page that promised to read tried to change a table."""


class SignedOut(Refused):
    """Only somebody signed in may do this."""


def status_of(refusal: Refused) -> int:
    """403 for somebody else's, 409 for what moved on, 429 for too much, 404, else 422."""
    names = [kind.__name__ for kind in type(refusal).__mro__]
    known = (STATUSES[name] for name in names if name in STATUSES)
    missing = 404 if any(name.endswith("Unknown") for name in names) else 422
    return next(known, missing)


@contextmanager
def noting() -> Iterator[None]:
    """Inside, a reading page may note that it was read: a letter opened, a notice seen."""
    before = _noting.set(True)
    try:
        yield
    finally:
        _noting.reset(before)


def reads(page: Page[P]) -> Page[P]:
    """A page that answers GET and HEAD and changes no table but the journal."""
    return _page(page, READING)


def writes(page: Page[P]) -> Page[P]:
    """A page whose POST changes something; its GET shows the form and changes nothing.

    The view makes one service call, which is its own transaction.
    """
    return _page(page, WRITING)


def posts(page: Page[P]) -> Page[P]:
    """A button: it answers POST alone and leads to the page it changed."""
    return _page(page, frozenset({"POST"}))


def signed_in(page: Page[P]) -> Page[P]:
    """Only for somebody signed in; others are led to sign in and back."""
    return login_required(page)


def _page(page: Page[P], methods: frozenset[str]) -> Page[P]:
    @wraps(page)
    def answer(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method not in methods:
            return HttpResponseNotAllowed(sorted(methods))
        try:
            if request.method in READING:
                with connection.execute_wrapper(_only_read):
                    return page(request, *args, **kwargs)
            return page(request, *args, **kwargs)
        except Refused as refusal:
            return show_refusal(request, refusal, status_of(refusal))

    return answer


def _only_read(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    change = _CHANGE.match(sql)
    if change and not change[1].startswith(_NOTING_TABLES) and not _noting.get():
        raise ReadingPageWrote(f"A GET tried to change the table {change[1]}.")
    return execute(sql, params, many, context)
