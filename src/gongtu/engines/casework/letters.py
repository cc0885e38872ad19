"""What a letter says and how it looks: text of the provision, set in type by `letter.typ`.

A letter's text is a Django template of plain HTML.  It may use `case` (number, title,
opened_on), `answers` and `given` (the opening form and the move's form, by name), `known`
(`known.Certificate.grade`), `matter` (what the procedure is called), `findings`, `amount` and
the `fund` it comes from, `reason`, `parties` (names by role), `due` (legal, promised), `remedy`,
`basis`, `rule` (the version of the rules), `documents` (of the parameters that the findings rest
on), `number`, `on`, `issuer` and `addressee`.  A name it was not given is our mistake and
stops the move.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import nh3
from django.template import Context, Engine
from django.utils import translation
from lxml import html

from gongtu.base import typeset
from gongtu.base.errors import Broken
from gongtu.engines.casework.models import Letter
from gongtu.engines.entitlement.wording import Language

LANGUAGES: tuple[Language, ...] = ("zh", "en")
TAGS = {"p", "strong", "em", "br", "ol", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
DJANGO_LANGUAGE = {"zh": "zh-hans", "en": "en"}
CITED = re.compile(r"条例第([\d-]+)条(?:第(\d+)款)?")
TEMPLATE = Path(__file__).parent / "letter.typ"
WORDS = {
    "zh": {"number": "编号", "basis": "依据", "to": "：", "asker": "本件的提出人"},
    "en": {"number": "No.", "basis": "Legal basis", "to": ":", "asker": "To whoever asked"},
}


class _Unknown(str):
    """Stands where a template names what it was not given; showing it is refused."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, name: object) -> str:
        raise Broken(f"A letter's text names {name!s}, which letters are not given.")


ENGINE = Engine(string_if_invalid=_Unknown("%s"))


def render(path: Path, lang: str, context: Mapping[str, Any]) -> str:
    """The letter's text at `path` as plain, safe HTML in one language.

    Raises:
        Broken: The text names something letters are not given.
    """
    with translation.override(DJANGO_LANGUAGE[lang]):
        told = _template(path, path.stat().st_mtime_ns).render(Context(dict(context)))
    return nh3.clean(told, tags=TAGS, attributes={}).strip()


@cache
def _template(path: Path, _changed: int) -> Any:
    return ENGINE.from_string(path.read_text("utf8"))


def pdf_of(letter: Letter, lang: str = "zh") -> bytes:
    """The letter as PDF/A, the same bytes every time."""
    zh, issuer = lang == "zh", letter.issuer
    data = {
        "lang": lang,
        "issuer": issuer.name if zh else issuer.name_en or issuer.name,
        "title": letter.title if zh else letter.title_en or letter.title,
        "number": letter.number,
        "addressee": addressee_of(letter, lang),
        "on": _day(letter, lang),
        "basis": letter.basis if zh else [_cited(place) for place in letter.basis],
        "words": WORDS[lang],
        "blocks": list(_blocks(letter.zh if zh else letter.en)),
    }
    return typeset.pdf(TEMPLATE, data, on=letter.issued_on)


def addressee_of(letter: Letter, lang: str) -> str:
    """Whom the letter is to, a body by its name in the language where it has one.

    Whoever opened a case without an account goes by no name.
    """
    english = letter.to_organisation.name_en if lang == "en" and letter.to_organisation else ""
    return english or letter.addressee or WORDS[lang]["asker"]


def _cited(place: str) -> str:
    """条例第40条第2款 as English readers cite it.

    >>> _cited("条例第40条第2款"), _cited("条例第16条")
    ('Regulations, art. 40(2)', 'Regulations, art. 16')
    """
    found = CITED.fullmatch(place)
    if found is None:
        return place
    return f"Regulations, art. {found[1]}" + (f"({found[2]})" if found[2] else "")


def _day(letter: Letter, lang: str) -> str:
    on = letter.issued_on
    return f"{on.year}年{on.month}月{on.day}日" if lang == "zh" else f"{on:%-d %B %Y}"


def _blocks(body: str) -> Iterator[dict[str, Any]]:
    """The HTML as paragraphs, lists and tables of runs, which the typesetter understands.

    >>> list(_blocks("<p>准予<strong>补贴</strong></p>"))
    [{'kind': 'p', 'runs': [['准予', False], ['补贴', True]]}]
    """
    for part in html.fragments_fromstring(body):
        if isinstance(part, str):
            if part.strip():
                yield {"kind": "p", "runs": [[part.strip(), False]]}
        elif part.tag in ("ol", "ul"):
            yield {"kind": part.tag, "rows": [_runs(row) for row in part.iter("li")]}
        elif part.tag == "table":
            rows = [[_runs(cell) for cell in row.iter("th", "td")] for row in part.iter("tr")]
            yield {"kind": "table", "rows": rows}
        else:
            yield {"kind": "p", "runs": _runs(part)}


def _runs(part: Any) -> list[list[Any]]:
    """Pieces of text, each with whether it stands out."""
    pieces = part.xpath(".//text()[normalize-space()]")
    return [[" ".join(text.split()), _stands_out(text)] for text in pieces]


def _stands_out(text: Any) -> bool:
    inside = text.getparent()
    if text.is_tail:
        inside = inside.getparent()
    return inside.tag in ("strong", "em", "th")
