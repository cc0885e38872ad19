"""The statute as data: the text of a day, its articles, the map of its norms."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Path, Router, Schema

from gongtu.api.access import Request
from gongtu.api.shapes import Day, unless_unchanged
from gongtu.law import akn, export, register
from gongtu.law.akn.about import about_version
from gongtu.law.register import Edition
from gongtu.oversight import lawmap
from gongtu.policy.city import active_city

router = Router(tags=["statute"])
XML = {"responses": {200: {"content": {"application/xml": {"schema": {"type": "string"}}}}}}
Number = Annotated[str, Path(max_length=12, description="14, or 14-1 for 第十四条之一.")]


class Act(Schema):
    """Something a body did to the statute."""

    kind: str
    on: date
    by: str
    instrument: str


class Paragraph(Schema):
    """One 款, with its 项 below it."""

    id: str
    num: int
    text: str
    lead: str
    items: list[dict[str, Any]]
    after: str
    line: int


class StatuteArticle(Schema):
    """One 条."""

    id: str
    num: int | str
    label: str
    caption: str
    text: str
    paragraphs: list[Paragraph]
    line: int


class Statute(Schema):
    """The text in force on the day, or the first one where none was yet."""

    key: str
    title: str
    title_en: str
    since: date
    until: date | None
    in_force: bool
    acts: list[Act]
    sha256: str
    headings: list[dict[str, Any]]
    articles: list[StatuteArticle]
    corrections: int


class Norm(Schema):
    """One norm, what carries it out and what measures it."""

    key: str
    article: int | str
    paragraph: int
    force: str
    bearers: list[str]
    what: str
    what_en: str
    provisions: list[str]
    indicators: list[str]
    state: str
    because: str


class TextCorrection(Schema):
    """One repair of the printed text, with its reason and source."""

    id: str
    kind: str
    line: int
    found: str
    corrected: str
    why: str
    source: str
    by: str
    date: date


class ArticlePage(StatuteArticle):
    """One article with its place, its corrections and its norms."""

    path: list[str]
    corrections: list[TextCorrection]
    norms: list[Norm]


class Obligation(Norm):
    """One norm in full."""

    quote: str
    co_bearers: list[str]
    beneficiary: str
    period: str | None
    period_note: str


@router.get("/statute", response=Statute, summary="The statute on a day")
@unless_unchanged
def get_statute(request: Request, on: Day = None) -> dict[str, Any]:
    edition, in_force = _edition(on or request.on)
    version, told = edition.version, export.as_json(edition.parsed)
    return {
        "key": version.key,
        "title": version.title,
        "title_en": version.title_en,
        "since": version.since,
        "until": version.until,
        "in_force": in_force,
        "acts": version.acts,
        "sha256": version.sha256,
        "headings": told["headings"],
        "articles": told["articles"],
        "corrections": len(edition.corrections),
    }


@router.get(
    "/statute.akn", response=None, openapi_extra=XML, summary="The statute as Akoma Ntoso 3.0"
)
@unless_unchanged
def get_statute_akn(request: Request, on: Day = None) -> HttpResponse:
    edition, _in_force = _edition(on or request.on)
    about = about_version(edition.version, edition.version.since)
    document = akn.as_akn(edition.parsed, about, edition.corrections)
    return HttpResponse(document, content_type="application/xml")


@router.get(
    "/statute/articles/{number}", response=ArticlePage, summary="One article and what it rests in"
)
@unless_unchanged
def get_article(request: Request, number: Number, on: Day = None) -> dict[str, Any]:
    edition, _in_force = _edition(on or request.on)
    told = export.as_json(edition.parsed)["articles"]
    found = next((article for article in told if str(article["num"]) == number), None)
    if found is None:
        raise Http404(number)
    headings = edition.parsed.statute.path_of(found["id"])
    return {
        **found,
        "path": [f"{heading.label} {heading.title}" for heading in headings],
        "corrections": edition.corrections_of(found["num"]),
        "norms": [row.as_json() for row in lawmap.rows_of(number)],
    }


@router.get("/lawmap", response=list[Norm], summary="Every norm and what carries it out")
@unless_unchanged
def get_lawmap(request: HttpRequest) -> list[dict[str, Any]]:
    del request
    return [row.as_json() for row in lawmap.law_map()]


@router.get("/obligations/{key}", response=Obligation, summary="One norm by its permanent key")
@unless_unchanged
def get_obligation(request: HttpRequest, key: str) -> dict[str, Any]:
    del request
    row = lawmap.row_of(key)
    if row is None:
        raise Http404(key)
    norm = row.obligation
    return {
        **row.as_json(),
        "quote": norm.quote,
        "co_bearers": [bearer.value for bearer in norm.co_bearers],
        "beneficiary": norm.beneficiary.value,
        "period": norm.period,
        "period_note": norm.period_note,
    }


def _edition(on: date) -> tuple[Edition, bool]:
    """The text in force on the day, else the first one; and whether it is in force."""
    folder = active_city().statute_folder
    edition = register.statute_on(folder, on)
    if edition is not None:
        return edition, True
    return register.read_edition(register.list_versions(folder)[0]), False
