"""Refusals as `application/problem+json` (RFC 9457), with the reasons the page would show."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from gongtu.base.errors import Refused

log = structlog.get_logger()
MEDIA_TYPE = "application/problem+json"
# Doors know refusals by name, so that no door must import an engine for its exceptions.
STATUSES = {
    "WrongHands": 403,
    "NotEntitled": 403,
    "StaleMove": 409,
    "TooManyLookUps": 429,
}


class Problem(Schema):
    """Why not: `reasons` are sentences for people, `errors` those of each field at fault."""

    type: str
    title: str
    status: int
    detail: str
    reasons: list[str]
    errors: dict[str, list[str]]


class TooManyLookUps(Refused):
    """One visitor looks up more than a person would."""


def status_of(refusal: Refused) -> int:
    """403 for somebody else's, 409 for what moved on, 404 for what is not there, else 422."""
    names = [kind.__name__ for kind in type(refusal).__mro__]
    known = (STATUSES[name] for name in names if name in STATUSES)
    missing = 404 if any(name.endswith("Unknown") for name in names) else 422
    return next(known, missing)


def answer_with_problems(api: NinjaAPI) -> None:
    """Whatever goes wrong in an operation answers in the one shape."""
    api.add_exception_handler(Refused, _refused)
    api.add_exception_handler(ValidationError, _unreadable)
    api.add_exception_handler(HttpError, _said_by_ninja)
    api.add_exception_handler(AuthenticationError, _unknown)
    api.add_exception_handler(Http404, nothing_here)
    api.add_exception_handler(RequestDataTooBig, _too_large)
    api.add_exception_handler(Exception, _broken)


def problem(
    status: int,
    kind: str,
    reasons: Sequence[str] = (),
    errors: Mapping[str, Sequence[str]] | None = None,
) -> HttpResponse:
    """The answer itself; `kind` becomes the permanent name of the problem."""
    title = HTTPStatus(status).phrase
    says = Problem(
        type=f"urn:gongtu:problem:{kind}",
        title=title,
        status=status,
        detail=" ".join(reasons) or title,
        reasons=list(reasons),
        errors={name: list(said) for name, said in (errors or {}).items()},
    )
    response = HttpResponse(says.model_dump_json(), status=status, content_type=MEDIA_TYPE)
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Bearer realm="gongtu"'
    return response


def kind_of(refusal: Refused) -> str:
    """The permanent name of a refusal: `StaleMove` is `stale-move`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", type(refusal).__name__).lower()


def nothing_here(_request: HttpRequest, _error: Any = None) -> HttpResponse:
    """404 in the shape of all problems; also for addresses that no operation has."""
    return problem(404, "not-found", [_("这里没有您要的内容。")])


def _refused(_request: HttpRequest, refusal: Any) -> HttpResponse:
    errors = getattr(refusal, "errors", {})
    return problem(status_of(refusal), kind_of(refusal), refusal.reasons, errors)


def _unreadable(_request: HttpRequest, wrong: Any) -> HttpResponse:
    errors: dict[str, list[str]] = {}
    for error in wrong.errors:
        # ("body", "told", "turn"): where it was, what it is called here, and the field.
        name = ".".join(str(part) for part in error["loc"][1:]) or "body"
        errors.setdefault(name, []).append(error["msg"])
    reasons = [f"{name}: {said}" for name, all_said in errors.items() for said in all_said]
    return problem(422, "unreadable", reasons, errors)


def _said_by_ninja(_request: HttpRequest, error: Any) -> HttpResponse:
    kind = HTTPStatus(error.status_code).phrase.lower().replace(" ", "-")
    is_unread = error.status_code == HTTPStatus.BAD_REQUEST
    says = _("正文读不出来：应为UTF-8编码的JSON。") if is_unread else str(error)
    return problem(error.status_code, kind, [says])


def _unknown(_request: HttpRequest, _error: Any) -> HttpResponse:
    return problem(401, "unauthorized", [_("请先登录，或者出示有效的令牌。")])


def _too_large(_request: HttpRequest, _error: Any) -> HttpResponse:
    """Refused by its length: nothing of it was read."""
    return problem(413, "too-large", [_("内容太大，没有接收。")])


def _broken(request: HttpRequest, error: Any) -> HttpResponse:
    """Our mistake, with a reference that finds the log line."""
    reference = uuid.uuid4().hex[:8]
    log.error("operation broke", reference=reference, path=request.path, exc_info=error)
    return problem(500, "broken", [_("系统出错了，编号%(reference)s。") % {"reference": reference}])
