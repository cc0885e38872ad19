"""The VC API of the W3C Credentials Community Group: sign and verify credentials of any kind.

At the root of the public address, as the standard has it.  A machine signs in the name of its
owner's organisation and no other; each cryptosuite and curve has an address of its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from gongtu.api.access import SIGNER, Request
from gongtu.api.problems import MEDIA_TYPE, nothing_here, problem
from gongtu.base.errors import Refused
from gongtu.engines.credentials import presentations
from gongtu.engines.credentials.checking.options import demand_problems
from gongtu.engines.credentials.checking.problem import Problem, ProblemType
from gongtu.engines.credentials.checking.reading import TooLarge, Unreadable, check_size, parse
from gongtu.engines.credentials.genuine import Findings
from gongtu.engines.credentials.issuing import TEST_ISSUER, Malformed, issue_document
from gongtu.engines.credentials.lists import note_lists
from gongtu.engines.credentials.suites import PROFILES
from gongtu.engines.credentials.updating import NoSuchCredential, update_status
from gongtu.engines.credentials.verify import Verification, verify
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import PUBLIC, Capacity

DEFAULT = "eddsa-rdfc-2022"
# What every check begins with, and what each word of `options.checks` adds to it.
GENUINE = frozenset({"structure", "contexts", "key", "signature"})
CHECKS = {
    "proof": frozenset[str](),
    "validity": frozenset({"validity"}),
    "credentialStatus": frozenset({"status"}),
    "status": frozenset({"status"}),
    **dict.fromkeys(
        ("validFrom", "validUntil", "issuanceDate", "expirationDate"), frozenset({"validity"})
    ),
}
# What a body may be called; some machines leave it unsaid.
JSON, JSON_LIKE = ("", "application/json"), re.compile(r"application/[\w.-]+\+json")
EVERYTHING = GENUINE | {"validity", "authority", "status"}

Body = dict[str, Any]
Answer = Callable[..., HttpResponse]


def door(answer: Answer) -> Answer:
    """A POST of JSON by a known machine; whatever is wrong with it is a problem document."""

    @csrf_exempt
    @wraps(answer)
    def asked(request: HttpRequest, **path: str) -> HttpResponse:
        by = _who(request)
        if by is None or request.method != "POST":
            return _nobody() if request.method == "POST" else _only_posts()
        if unfit := _unfit(request):
            return unfit
        try:
            return answer(cast(Request, request), _body(request), by, **path)
        except NoSuchCredential as missing:
            return _problems(missing.problems, status=404)
        except Malformed as malformed:
            return _problems(malformed.problems)
        except Unreadable as unreadable:
            status = 413 if isinstance(unreadable, TooLarge) else 400
            return _problems([unreadable.problem], status=status)
        except Refused as refusal:
            return problem(403, "not-entitled", refusal.reasons)

    return asked


@door
def issue_credential(request: Request, body: Body, by: Capacity) -> HttpResponse:
    """`POST /credentials/issue`: by the usual suite."""
    return _issued(request, body, by, DEFAULT)


@door
def issue_by_profile(request: Request, body: Body, by: Capacity, profile: str) -> HttpResponse:
    """`POST /vc/<profile>/credentials/issue`: by one suite and one kind of key."""
    if profile not in PROFILES:
        return nothing_here(request)
    return _issued(request, body, by, profile)


def _issued(request: Request, body: Body, by: Capacity, profile: str) -> HttpResponse:
    """201 with the credential, or every member that is wrong."""
    signed, number = issue_document(
        body.get("credential"),
        _options(body),
        profile=PROFILES[profile],
        organisation=_organisation(by),
        by=by,
        on=request.on,
    )
    told = {"verifiableCredential": signed, **({"number": number} if number else {})}
    return HttpResponse(
        json.dumps(told, ensure_ascii=False), status=201, content_type="application/json"
    )


@door
def update_credential_status(request: Request, body: Body, by: Capacity) -> HttpResponse:
    """`POST /credentials/status`: revoke or suspend what was signed here, or let it count again."""
    update_status(body, organisation=_organisation(by), by=by, on=request.on)
    return HttpResponse("{}", content_type="application/json")


@door
def verify_credential(request: Request, body: Body, _by: Capacity) -> HttpResponse:
    """`POST /credentials/verify`: 200 if everything asked for holds, else 400 with the reasons."""
    options = _options(body)
    _demand(options)
    credential = _object(body, "verifiableCredential")
    found = verify(credential, on=request.on)
    note_lists(credential, found, on=request.on)
    return _verdict(_against(found, _asked(options)), found)


@door
def verify_presentation(request: Request, body: Body, _by: Capacity) -> HttpResponse:
    """`POST /presentations/verify`: the presentation, and each credential in it."""
    options = _options(body)
    _demand(options)
    told = options.get("domain")
    domains = None if told is None else frozenset(told if isinstance(told, list) else [told])
    presentation = _object(body, "verifiablePresentation")
    shown = presentations.verify_presentation(
        presentation,
        on=request.on,
        challenge=options.get("challenge"),
        domains=domains,
    )
    presentations.note_shown_lists(presentation, shown, on=request.on)
    problems = _against(shown, GENUINE)
    for where, found in shown.credentials.items():
        problems += [one.under(where) for one in _against(found, _asked(options))]
    return _verdict(problems, shown)


def _nobody() -> HttpResponse:
    return problem(401, "unauthorized", [_("请出示有效的令牌。")])


def _only_posts() -> HttpResponse:
    response = problem(405, "method-not-allowed", [_("这个地址只收POST。")])
    response["Allow"] = "POST"
    return response


def _unfit(request: HttpRequest) -> HttpResponse | None:
    """Why a request is not even read: it is no JSON, or nobody knows how long."""
    kind = request.content_type or ""
    if kind not in JSON and not JSON_LIKE.fullmatch(kind):
        says = _("正文应为application/json，收到的是%(told)s。") % {"told": kind[:60]}
        return problem(415, "unsupported-media-type", [says])
    if "Transfer-Encoding" in request.headers and not request.headers.get("Content-Length"):
        return problem(411, "length-required", [_("请在Content-Length中写明正文的长度。")])
    return None


def _who(request: HttpRequest) -> Capacity | None:
    """The machine's owner; in the test profile anybody, as nobody."""
    if settings.GONGTU_OPEN_VC_API and not request.headers.get("Authorization"):
        return PUBLIC
    by: Capacity | None = SIGNER(request)
    return by


def _organisation(by: Capacity) -> int:
    if by is PUBLIC:
        return TEST_ISSUER
    if by.organisation is None:
        raise NotEntitled(_("只有单位可以签发。"))
    return by.organisation


def _body(request: HttpRequest) -> Body:
    length = request.headers.get("Content-Length", "")
    check_size(int(length) if length.isdecimal() else 0)
    body = parse(request.body)
    if not isinstance(body, dict):
        raise Malformed([Problem("", _("不是JSON对象"), ProblemType.PARSING)])
    return body


def _object(body: Body, member: str) -> Body:
    found = body.get(member)
    if not isinstance(found, dict):
        raise Malformed([Problem(f"/{member}", _("应为对象"), ProblemType.PARSING)])
    return found


def _options(body: Body) -> Body:
    options = body.get("options")
    if options is None:
        return {}
    if not isinstance(options, dict):
        raise Malformed([Problem("/options", _("应为对象"))])
    return options


def _demand(options: Mapping[str, Any]) -> None:
    wrong = list(demand_problems(options))
    if wrong:
        raise Malformed(wrong)


def _asked(options: Mapping[str, Any]) -> frozenset[str]:
    """The steps that count: all of them, unless only some are asked for.

    A word nobody knows here may mean any of them, so all count.
    """
    told = options.get("checks", [])
    words = told if isinstance(told, list) else [told]
    added = [CHECKS.get(word, EVERYTHING) for word in words]
    return GENUINE.union(*added) if words else EVERYTHING


def _against(found: Findings, asked: frozenset[str]) -> list[Problem]:
    """What speaks against a document among the steps that count; what is not known does too."""
    problems = [
        problem
        for step in found.steps
        if step.key in asked and not step.passed
        for problem in step.problems
    ]
    if not found.is_genuine and not problems:
        problems.append(Problem("", _("不能确定"), ProblemType.CRYPTOGRAPHIC_SECURITY))
    return problems


def _verdict(problems: list[Problem], found: Findings) -> HttpResponse:
    steps = [
        {"key": step.key, "title": step.title, "passed": step.passed, "says": step.says}
        for step in found.steps
    ]
    verdict = {"verdict": found.verdict.value} if isinstance(found, Verification) else {}
    if problems:
        return _problems(problems, more={"steps": steps, **verdict})
    told = {"verified": True, **verdict, "steps": steps, "problemDetails": []}
    return HttpResponse(json.dumps(told, ensure_ascii=False), content_type="application/json")


def _problems(
    problems: list[Problem], *, status: int = 400, more: Mapping[str, Any] | None = None
) -> HttpResponse:
    """RFC 9457 for the first problem, with all of them beside it, each with its pointer."""
    details = [
        {
            "type": one.type.value,
            "title": one.type.name_in_standard,
            "detail": one.says,
            "pointer": one.pointer,
        }
        for one in problems
    ]
    told = {
        **details[0],
        "status": status,
        "detail": "；".join(map(str, problems)),
        "verified": False,
        "problemDetails": details,
        **(more or {}),
    }
    return HttpResponse(
        json.dumps(told, ensure_ascii=False), status=status, content_type=MEDIA_TYPE
    )
