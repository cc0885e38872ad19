"""The one interface: its operations, its errors, its description."""

from __future__ import annotations

from functools import cache
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
    followed,
    guides,
    indicators,
    issuers,
    ladder,
    letters,
    occupations,
    papers,
    parameters,
    persons,
    presentations,
    problems,
    results,
    seats,
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

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> Any:
        root = self.get_root_path(path_params or {}) if path_prefix is None else path_prefix
        return description(self, root)


@cache
def description(interface: Interface, root: str) -> Any:
    """The same for whoever asks, in every language: put together once for each address."""
    return completed(NinjaAPI.get_openapi_schema(interface, path_prefix=root))


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
    ("", (occupations, ladder, careers, equivalences, career_plans)),
    ("", (assessors, seats, followed, credit_bank, training)),
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
