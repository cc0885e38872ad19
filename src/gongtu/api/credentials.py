"""Signed credentials for those whose they are, and what issuers publish of them for everybody."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from ninja import Router

from gongtu.api.access import KNOWN, Request
from gongtu.base.errors import Refused
from gongtu.engines.credentials.choices import Purpose
from gongtu.engines.credentials.dids import did_document
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.services import publish_status_list
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import WORKER
from gongtu.records.journal import services as journal

router = Router(tags=["credentials"])
VC, DID = "application/vc", "application/did+json"
SHAPE = {"schema": {"type": "object"}}
SIGNED = {
    "responses": {
        200: {"content": {VC: SHAPE, "application/ld+json": SHAPE, "application/json": SHAPE}}
    }
}


class CredentialUnknown(Refused):
    """No credential of this number was signed here."""


@router.get(
    "/credentials/status/{int:status_list}/{purpose}",
    response=None,
    openapi_extra=SIGNED,
    summary="A published Bitstring Status List",
)
def get_status_list(request: Request, status_list: int, purpose: Purpose) -> HttpResponse:
    try:
        published = publish_status_list(status_list, purpose, on=request.on)
    except ObjectDoesNotExist:
        raise Http404(status_list) from None
    return _document(published, VC, request)


@router.get(
    "/credentials/{number}",
    response=None,
    auth=KNOWN,
    openapi_extra=SIGNED,
    summary="A signed credential, for its holder and its issuer",
)
def get_credential(request: Request, number: str) -> HttpResponse:
    credential = find_credential(number)
    if credential is None:
        raise CredentialUnknown(_("没有编号为%(number)s的证书。") % {"number": number})
    _only_theirs(credential, request)
    return _document(credential.document, VC, request)


@require_safe
def show_status_list(request: Request, status_list: int, purpose: str) -> HttpResponse:
    """The address that credentials name: the same list at the root of the public address."""
    if purpose not in Purpose.values:
        raise Http404(purpose)
    return get_status_list(request, status_list, Purpose(purpose))


@require_safe
def show_issuer(request: HttpRequest, organisation: int) -> HttpResponse:
    """The did:web document of an issuer with every key that ever signed."""
    try:
        issuer = get_organisation(organisation)
    except Refused:
        raise Http404(organisation) from None
    return _document(did_document(issuer.pk, issuer.name), DID, request)


def _only_theirs(credential: Any, request: Request) -> None:
    by: Capacity = request.auth
    holds = by.role is WORKER and credential.holder_index == str(by.person)
    issued = by.organisation == credential.issuer_organisation
    if holds or issued:
        return
    what = {"credential": credential.number, "act": "see"}
    journal.write(f"credential:{credential.number}", "refused", on=request.on, by=by, what=what)
    raise NotEntitled(_("凭证原件只向持证人和发证单位提供；其他人请查验证书。"))


def _document(told: Any, kind: str, request: HttpRequest) -> HttpResponse:
    """By its own media type, unless the asker takes plain JSON only."""
    kinds = (kind, "application/ld+json", "application/json")
    accepted = next((each for each in kinds if request.accepts(each)), kind)
    response = HttpResponse(json.dumps(told, ensure_ascii=False), content_type=accepted)
    patch_vary_headers(response, ("Accept",))
    return response
