"""What operations share that take a file by the line: the body, and what is wrong with a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ninja import Schema

MEDIA_TYPE = "application/x-ndjson"


class WrongLine(Schema):
    """What is wrong with one line, and what to do about it."""

    row: int
    column: str
    found: str
    wrong: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Body:
    """A request's body as a file that is handed in."""

    request: Any
    limit: int
    name: str | None

    @property
    def size(self) -> int | None:
        told = self.request.headers.get("Content-Length", "")
        return int(told) if told.isdecimal() else None

    def read(self) -> bytes:
        content: bytes = self.request.read(self.limit + 1)
        return content


def lines(description: str) -> dict[str, Any]:
    """How the description of the interface tells of such a body."""
    schema = {"type": "string", "description": description}
    return {"requestBody": {"required": True, "content": {MEDIA_TYPE: {"schema": schema}}}}
