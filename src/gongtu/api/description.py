"""OpenAPI: what ninja says of the operations, and what it leaves out, every way to say no."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from gongtu.api.problems import MEDIA_TYPE, Problem

PROBLEM = {"$ref": "#/components/schemas/Problem"}
CACHED = ("/statute", "/lawmap", "/obligations", "/guides", "/parameters")


def completed(schema: Any) -> Any:
    """The description with each refusal of each operation."""
    schema["components"]["schemas"]["Problem"] = Problem.model_json_schema()
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            answers = operation["responses"]
            for status in _refusals(path, method, operation):
                answers.setdefault(status, _problem(status))
            if method == "get" and any(part in path for part in CACHED):
                answers.setdefault(304, {"description": HTTPStatus(304).phrase})
    return schema


def _refusals(path: str, method: str, operation: dict[str, Any]) -> Iterator[int]:
    """422 everywhere: a question of another shape, or one that cannot be answered."""
    yield 422
    if "{" in path:
        yield 404
    if method != "get":
        yield 400
    if "security" in operation:
        yield from (401, 403)
    if "security" in operation and method != "get":
        yield from (404, 409)
    if path.endswith(("/corrections", "/complaints")):
        yield from (404, 429)
    if path.endswith("/check"):
        yield 429
    if "/indicators" in path:
        yield 401


def _problem(status: int) -> dict[str, Any]:
    return {
        "description": HTTPStatus(status).phrase,
        "content": {MEDIA_TYPE: {"schema": PROBLEM}},
    }
