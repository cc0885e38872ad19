"""Kinds of answers and questions that several operations share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from django.conf import settings
from django.http import HttpRequest
from django.views.decorators.http import conditional_page
from ninja import Header, Query, Schema
from ninja.decorators import decorate_view
from pydantic import Field

from gongtu.engines.entitlement.kinds import stored
from gongtu.law import Article
from gongtu.records.addresses import address_of

EARLIEST, LATEST = date(1949, 10, 1), date(2199, 12, 31)
# No database bears a null character in every place.
NO_NUL = r"^[^\x00]*$"
Day = Annotated[date | None, Query(ge=EARLIEST, le=LATEST, description="As of this day.")]
Language = Annotated[Literal["zh", "en"], Query(description="The language of the words.")]
OnceKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=8,
        max_length=120,
        pattern=r"^[\x21-\x7e]+$",
        description="One key, one effect: the same request may be sent again.",
    ),
]
PAGE = 25
AfterNumber = Annotated[int | None, Query(ge=1, description="The cursor of `next`.")]
Limit = Annotated[int, Query(ge=1, le=100, description="How many rows at most.")]

# An unchanged answer is not sent twice: ETag, If-None-Match, 304.
unless_unchanged = decorate_view(conditional_page)


class Place(Schema):
    """A place in the statute."""

    article: int
    paragraph: int | None
    label: str


class Side(Schema):
    """A role with its name."""

    key: str
    label: str


class Term(Schema):
    """A length of time by a dated parameter; `value` null is not confirmed yet (待核)."""

    kind: str
    title: str
    value: Any = Field(None)
    shown: str
    document: str
    source: str
    note: str
    decides: Side


def place_of(article: Article) -> Place:
    """An article as JSON."""
    return Place(article=article.number, paragraph=article.paragraph or None, label=str(article))


def plain(value: Any) -> Any:
    """An amount, or a table of amounts, as JSON; money is decimal text."""
    if isinstance(value, Mapping):
        return {str(row): stored(cell) for row, cell in value.items()}
    return stored(value)


def absolute(request: HttpRequest, path: str) -> str:
    """The whole address: by a trusted proxy's headers, else by the platform's public address."""
    if settings.GONGTU_TRUSTED_PROXY:
        return request.build_absolute_uri(path)
    return address_of(path)


def page_of(
    found: Any, limit: int, request: HttpRequest, place: str = "pk"
) -> tuple[list[Any], str | None]:
    """The rows of one page, and where the next is, every other question kept; None at the end.

    `found` begins where the page does; the next begins after the last row's `place`.
    """
    rows = list(found[: limit + 1])
    if len(rows) <= limit:
        return rows, None
    asked = request.GET.copy()
    asked["after"] = str(getattr(rows[limit - 1], place))
    return rows[:limit], absolute(request, f"{request.path}?{asked.urlencode()}")
