"""The API as machines see it, read off its own description."""

import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import resolve

from gongtu.ops.reference.markdown import page, table

ADDRESS = "/api/v1/openapi.json"


def operations() -> str:
    """Every operation by its noun: what it asks, and what it can answer."""
    told = description()
    tags: dict[str, list[tuple[str, ...]]] = {}
    for path, methods in told["paths"].items():
        for method, one in methods.items():
            tags.setdefault(one["tags"][0], []).append(operation(path, method, one))
    heads = ["Operation", "What it is for", "Asks", "Answers", "For"]
    parts = [part for tag, rows in tags.items() for part in (f"## {tag}", table(heads, rows))]
    where = f"{told['info']['description']} The whole description: `{ADDRESS}` (OpenAPI 3.1). "
    return page("API", f"{where}How to begin: [use the API](../how-to/use-the-api.md).", *parts)


def description() -> Any:
    """The OpenAPI document as the door gives it."""
    request = HttpRequest()
    request.method = "GET"
    found = resolve(ADDRESS)
    return json.loads(found.func(request, *found.args, **found.kwargs).content)


def operation(path: str, method: str, told: Any) -> tuple[str, ...]:
    """One row of the table."""
    return (
        f"`{method.upper()} {path}`",
        told["summary"],
        ", ".join(asked(told)),
        ", ".join(sorted(told["responses"])),
        "somebody known" if "security" in told else "everybody",
    )


def asked(told: Any) -> Iterator[str]:
    """What an operation asks besides its path; `?` marks what may be left out."""
    for parameter in told["parameters"]:
        if parameter["in"] != "path":
            yield f"`{parameter['name']}`{'' if parameter['required'] else '?'}"
    if "requestBody" in told:
        ((media_type, content),) = told["requestBody"]["content"].items()
        named = content["schema"].get("$ref", media_type)
        yield f"body `{named.rpartition('/')[2]}`"
