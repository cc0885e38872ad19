"""The one interface: its operations, its errors, its description."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from gongtu.api import (
    abilities,
    assessors,
    career_plans,
    careers,
    cases,
    certificate_feed,
    certificates,
    credentials,
    credit_bank,
    duties,
    entitlements,
    equivalences,
    guides,
    indicators,
    issuers,
    ladder,
    letters,
    papers,
    parameters,
    persons,
    presentations,
    problems,
    results,
    standards,
    statute,
    training,
    workbench,
)
from gongtu.api.description import completed


class Readable(JSONRenderer):
    """Chinese stays Chinese."""

    json_dumps_params = {"ensure_ascii": False}


class Interface(NinjaAPI):
    """Ninja's, with every answer described that an operation can give."""

    def get_openapi_schema(self, **options: Any) -> Any:
        return completed(super().get_openapi_schema(**options))


api = Interface(
    title="工途 Gongtu",
    version="1.0.0",
    description=(
        "The statute, its guides, parameters and figures for everybody; cases for their parties. "
        "Machines ask for a token by OAuth 2.0 client credentials; a browser's session counts too."
    ),
    openapi_url="/openapi.json",
    docs_url=None,
    renderer=Readable(),
    urls_namespace="api",
)
for path, rooms in (
    ("", (statute, guides, parameters, indicators, entitlements, duties)),
    ("", (ladder, careers, equivalences, career_plans, assessors, credit_bank, training)),
    (
        "",
        (
            certificates,
            presentations,
            certificate_feed,
            results,
            papers,
            credentials,
            issuers,
            persons,
        ),
    ),
    ("", (cases, letters, workbench, standards, abilities)),
):
    for room in rooms:
        api.add_router(path, room.router)
problems.answer_with_problems(api)
