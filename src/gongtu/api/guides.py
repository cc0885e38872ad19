"""Guides, forms and diagrams, read off the declarations of the procedures."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema

from gongtu.api.access import Request
from gongtu.api.shapes import Day, Language, Side, Term, absolute, unless_unchanged
from gongtu.engines.casework import describe
from gongtu.engines.casework.describe.reader import Reader
from gongtu.engines.casework.registry import get_procedure, procedures

router = Router(tags=["guides"])
SCHEMA_TYPE, MERMAID_TYPE = "application/schema+json", "text/plain; charset=utf-8"
SCHEMA = {"responses": {200: {"content": {SCHEMA_TYPE: {"schema": {"type": "object"}}}}}}
MERMAID = {"responses": {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}}


class GuideEntry(Schema):
    """A guide in the list."""

    key: str
    title: str
    version: str
    opened_by: Side
    basis: list[str]
    address: str


class FieldAsked(Schema):
    """One question of the form."""

    key: str
    label: str
    unit: str
    hint: str
    required: bool


class OnRecord(Schema):
    """One fact that is taken from a register, so that nobody is asked for it."""

    key: str
    label: str
    source: str


class Material(Schema):
    """One thing to hand in."""

    key: str
    label: str
    required: bool
    kinds: list[str]


class Condition(Schema):
    """One condition of the law with its rule in words."""

    key: str
    says: str
    basis: str
    rule: str
    remedy: str


class GuideMove(Schema):
    """One thing that can be done in a stage."""

    key: str
    label: str
    by: Side
    to: str
    letter: str
    reasons: bool
    pays: bool
    conditions: list[str]


class GuideStep(Schema):
    """One stage: who holds it, for how long, what may happen."""

    key: str
    label: str
    holder: Side
    moves: list[GuideMove]
    terms: list[Term]
    notice: str


class GuideEnd(Schema):
    """One way it can end."""

    key: str
    label: str
    refused: bool


class Amount(Schema):
    """One sum with its rule and the fund it comes from."""

    rule: str
    fund: str


class GuideLetter(Schema):
    """One letter that may be issued."""

    key: str
    title: str
    to: Side


class Guide(Schema):
    """Everything an applicant wants to know, as of a day."""

    key: str
    title: str
    version: str
    opened_by: Side
    basis: list[str]
    articles: list[int]
    fulfils: list[str]
    story: str
    asks: list[FieldAsked]
    on_record: list[OnRecord]
    materials: list[Material]
    conditions: list[Condition]
    amounts: list[Amount]
    steps: list[GuideStep]
    ends: list[GuideEnd]
    terms: list[Term]
    fees: str
    letters: list[GuideLetter]
    remedies: list[Term]


@router.get("/guides", response=list[GuideEntry], summary="Everything one can have done here")
@unless_unchanged
def list_guides(request: HttpRequest, lang: Language = "zh") -> list[dict[str, Any]]:
    return [_entry(procedure, request, lang) for procedure in procedures()]


@router.get("/guides/{key}", response=Guide, summary="One guide on a day")
@unless_unchanged
def get_guide(request: Request, key: str, on: Day = None, lang: Language = "zh") -> Any:
    return describe.guide(get_procedure(key), on=on or request.on, lang=lang)


@router.get(
    "/guides/{key}/schema",
    response=None,
    openapi_extra=SCHEMA,
    summary="The form's answers as JSON Schema",
)
@unless_unchanged
def get_guide_schema(request: HttpRequest, key: str, lang: Language = "zh") -> HttpResponse:
    del request
    told = describe.schema(get_procedure(key).form, Reader.of(key, lang))
    return JsonResponse(told, content_type=SCHEMA_TYPE, json_dumps_params={"ensure_ascii": False})


@router.get(
    "/guides/{key}/diagram",
    response=None,
    openapi_extra=MERMAID,
    summary="The course of a case as a Mermaid state diagram",
)
@unless_unchanged
def get_guide_diagram(request: HttpRequest, key: str, lang: Language = "zh") -> HttpResponse:
    del request
    return HttpResponse(describe.diagram(get_procedure(key), lang), content_type=MERMAID_TYPE)


def _entry(procedure: Any, request: HttpRequest, lang: str) -> dict[str, Any]:
    reader = Reader.of(procedure.key, lang)
    opener = procedure.opened_by
    return {
        "key": procedure.key,
        "title": reader.say(procedure.title),
        "version": procedure.version,
        "opened_by": {"key": opener.value, "label": reader.role(opener)},
        "basis": [reader.place(article) for article in procedure.basis],
        "address": absolute(request, f"{request.path}/{procedure.key}"),
    }
