"""Letters of a case: as data, and as PDF; the addressee's first opening is the proof of reading."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Path, Router, Schema

from gongtu.api.access import KNOWN, Request
from gongtu.api.shapes import Language, absolute
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.letters import addressee_of, pdf_of
from gongtu.records.context import instant_of

router = Router(tags=["cases"], auth=KNOWN)
PDF = {
    "responses": {
        200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
    }
}
LetterId = Annotated[int, Path(ge=1)]


class LetterEntry(Schema):
    """A letter in the list of its case."""

    id: int
    kind: str
    title: str
    number: str
    issued_on: date
    served_on: date | None
    read_at: datetime | None
    address: str


class Letter(LetterEntry):
    """A letter as issued, in both languages as plain HTML."""

    issuer: str
    addressee: str
    basis: list[str]
    zh: str
    en: str
    served_how: str
    pdf: str


@router.get(
    "/cases/{number}/letters/{int:letter}.pdf",
    response=None,
    openapi_extra=PDF,
    summary="A letter as PDF/A",
)
def get_letter_pdf(
    request: Request, number: str, letter: LetterId, lang: Language = "zh"
) -> HttpResponse:
    opened = _open(request, number, letter)
    response = HttpResponse(pdf_of(opened, lang), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{number}-{letter}.pdf"'
    return response


@router.get("/cases/{number}/letters/{int:letter}", response=Letter, summary="A letter as issued")
def get_letter(request: Request, number: str, letter: LetterId) -> dict[str, Any]:
    opened = _open(request, number, letter)
    entry = letter_entry(opened, number, request)
    return {
        **entry,
        "issuer": opened.issuer.name,
        "addressee": addressee_of(opened, "zh"),
        "basis": [str(place) for place in opened.basis],
        "zh": opened.zh,
        "en": opened.en,
        "served_how": opened.served_how,
        "pdf": f"{entry['address']}.pdf",
    }


def letter_entry(letter: Any, number: str, request: HttpRequest) -> dict[str, Any]:
    """One letter as a line."""
    return {
        "id": letter.pk,
        "kind": letter.kind,
        "title": letter.title,
        "number": letter.number,
        "issued_on": letter.issued_on,
        "served_on": letter.served_on,
        "read_at": letter.read_at,
        "address": absolute(request, f"/api/v1/cases/{number}/letters/{letter.pk}"),
    }


def _open(request: Request, number: str, letter: int) -> Any:
    """Journaled: an outsider's refusal, and the addressee's reading."""
    if casework.get_letter(letter).case.number != number:
        raise Http404(letter)
    on = request.on
    return casework.read_letter(letter, by=request.auth, on=on, at=instant_of(on))
