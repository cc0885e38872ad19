"""The statute as its pages show it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gongtu.base.bilingual import Word
from gongtu.base.speech import said
from gongtu.law import akn, export, register
from gongtu.law.akn.about import about_version
from gongtu.law.corrections import Correction
from gongtu.law.register import Edition
from gongtu.law.structure import Heading, Paragraph, StatuteArticle
from gongtu.oversight.lawmap import Row, State
from gongtu.policy.city import Translation, active_city
from gongtu.policy.city.translation import load_translation
from gongtu.web import chain_page
from gongtu.web.wording import listed, several

OPENING = 28
MOODS = {State.CARRIED_OUT: "good", State.NOT_YET: "wait", State.NOTHING_TO_DO: ""}


def edition_on(on: date) -> tuple[Edition, bool]:
    """The text in force on the day, or the first one, and whether it is in force."""
    folder = active_city().statute_folder
    edition = register.statute_on(folder, on)
    if edition is not None:
        return edition, True
    return register.read_edition(register.list_versions(folder)[0]), False


def head_of(edition: Edition, on: date, in_force: bool) -> dict[str, Any]:
    """Title, since when, and by which acts."""
    version = edition.version
    english = get_language() == "en"
    acts = several(f"{act.on.isoformat()} {act.by}{act.instrument}" for act in version.acts)
    return {
        "title": version.title_en if english and version.title_en else version.title,
        "since": version.since,
        "in_force": in_force,
        "adoption": acts,
        "on": on,
    }


def chapters_of(edition: Edition, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The tree of headings with their articles; without headings, all articles in one group."""
    statute = edition.parsed.statute
    articles = {article.eid: article for article in statute.articles}
    states = _states(rows)
    groups = [
        {
            "eid": heading.eid,
            "title": heading_in_words(heading),
            "articles": [_entry(articles[eid], states) for eid in heading.articles],
        }
        for heading in statute.all_headings()
    ]
    if groups:
        return groups
    entries = [_entry(article, states) for article in statute.articles]
    return [{"eid": "articles", "title": _("条文"), "articles": entries}]


def article_page(edition: Edition, number: str, *, on: date, full: bool) -> dict[str, Any] | None:
    """Everything the page of one article shows; None where there is no such article."""
    statute = edition.parsed.statute
    order = [str(article.number) for article in statute.articles]
    if number not in order:
        return None
    place = order.index(number)
    article = statute.articles[place]
    english = _english(article)
    return {
        "article": {
            "label": label_in_words(article),
            "paragraphs": [_paragraph(paragraph, english) for paragraph in article.paragraphs],
        },
        "unofficial": bool(english),
        "path": [heading_in_words(heading) for heading in statute.path_of(article.eid)],
        "corrections": [correction_row(c) for c in edition.corrections_of(article.number)],
        "chain": chain_page.chain_of(article.number, on=on, full=full),
        "previous": order[place - 1] if place else "",
        "next": order[place + 1] if place + 1 < len(order) else "",
    }


def as_akn(edition: Edition) -> bytes:
    """Akoma Ntoso 3.0, with the corrections as notes."""
    about = about_version(edition.version, edition.version.since)
    return akn.as_akn(edition.parsed, about, edition.corrections)


def as_json(edition: Edition) -> bytes:
    """The structure, as `statute parse` prints it."""
    told = export.as_json(edition.parsed)
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def as_text(edition: Edition) -> bytes:
    """The corrected text."""
    return export.as_text(edition.parsed.statute).encode()


def correction_row(entry: Correction) -> dict[str, Any]:
    """One correction as a row: where, as found, as corrected, why."""
    articles = listed(_("第%(n)s条") % {"n": number} for number in entry.articles)
    kinds = {
        "drop": _("删去"),
        "join": _("接行"),
        "replace": _("替换"),
        "insert": _("补入"),
        "flag": _("照印，存疑"),
    }
    line = _("原文行")
    return {
        "where": f"{articles} · {line} {entry.line}",
        "found": entry.found,
        "corrected": "" if entry.kind in {"drop", "flag"} else entry.corrected,
        "kind": kinds[entry.kind],
        "why": said(Word(entry.why, entry.why_en or entry.why)),
        "source": said(Word(entry.source, entry.source_en or entry.source)),
        "by": said(Word(entry.by, entry.by_en or entry.by)),
        "day": entry.date,
    }


def _entry(article: StatuteArticle, states: dict[str, State]) -> dict[str, Any]:
    state = states.get(str(article.number), State.NOTHING_TO_DO)
    text = " ".join(_english(article)[:1]) or article.text.replace("\n", "")
    cut = OPENING * (2 if get_language() == "en" else 1)
    return {
        "label": label_in_words(article),
        "address": reverse("public:show_article", args=[article.number]),
        "opening": text[:cut] + ("…" if len(text) > cut else ""),
        "state": chain_page.state_label(state),
        "mood": MOODS[state],
    }


def _states(rows: Sequence[Row]) -> dict[str, State]:
    """An article is carried out as soon as one of its norms is."""
    order = (State.CARRIED_OUT, State.NOT_YET, State.NOTHING_TO_DO)
    found: dict[str, State] = {}
    for row in rows:
        number = str(row.obligation.article)
        found[number] = min(found.get(number, row.state), row.state, key=order.index)
    return found


def paragraph_on(number: int, paragraph: int, *, on: date) -> dict[str, Any]:
    """One paragraph as it is worded on the day, for a page that quotes it."""
    articles = edition_on(on)[0].parsed.statute.articles
    article = next(one for one in articles if one.number == number)
    told = _paragraph(article.paragraphs[paragraph - 1], _english(article))
    return {**told, "article": number, "place": label_in_words(article)}


def _paragraph(paragraph: Paragraph, english: Sequence[str]) -> dict[str, Any]:
    told = english[paragraph.num - 1] if paragraph.num <= len(english) else ""
    return {
        "num": paragraph.num,
        "anchor": paragraph.eid,
        "lines": paragraph.full_text.split("\n"),
        "english": told,
    }


def _english(article: StatuteArticle) -> Sequence[str]:
    """The unofficial translation, for readers of English only."""
    return _translation().paragraphs(article.number) if get_language() == "en" else ()


def label_in_words(article: StatuteArticle) -> str:
    """第十六条, or Article 16."""
    return f"Article {article.number}" if get_language() == "en" else article.label


def heading_in_words(heading: Heading) -> str:
    """第二章 职业技能提升, or Chapter 2: Raising Vocational Skills."""
    title = _translation().chapters.get(heading.num) if heading.num is not None else None
    if get_language() != "en" or title is None:
        return f"{heading.label} {heading.title}"
    return f"Chapter {heading.num}: {title}"


def _translation() -> Translation:
    return _load(active_city().translation_path)


@cache
def _load(path: Path) -> Translation:
    return load_translation(path)
