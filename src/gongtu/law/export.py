"""A parsed statute as JSON and as plain text.

JSON keeps this shape: `num` of an article is an integer, or a string such as "14-1" for
第十四条之一; `articles` of a heading are such numbers, those below its finer headings included;
`level` is 编, 分编, 部分, 章 or 节.  Lines count from 1 in the source file.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from gongtu.law.parse import Parsed
from gongtu.law.structure import Heading, Item, Paragraph, Statute, StatuteArticle, Text

Json = dict[str, Any]


def as_json(parsed: Parsed) -> Json:
    """The statute, what has no place, and what was decided on the way."""
    statute = parsed.statute
    numbers = {article.eid: article.number for article in statute.articles}
    parents = {child.eid: h.eid for h in statute.all_headings() for child in h.children}
    return {
        "title": statute.title,
        "form": statute.form,
        "preface": [_text(text) for text in statute.preface],
        "toc": [_text(text) for text in statute.toc],
        "headings": [_heading(h, numbers, parents.get(h.eid)) for h in statute.all_headings()],
        "articles": [_article(article) for article in statute.articles],
        "signatures": [_text(text) for text in statute.signatures],
        "annexes": [
            {"id": a.eid, "title": a.title, "text": "\n".join(a.lines), "line": a.line}
            for a in statute.annexes
        ],
        "unplaced": [{"line": u.line, "text": u.text, "why": u.why} for u in parsed.unplaced],
        "notes": [{"line": n.line, "kind": n.kind, "says": n.says} for n in parsed.notes],
    }


def _text(text: Text) -> Json:
    return {"kind": text.kind, "text": text.text, "line": text.line}


def _heading(heading: Heading, numbers: dict[str, int | str], parent: str | None) -> Json:
    return {
        "id": heading.eid,
        "level": heading.level,
        "num": f"{heading.num}-{heading.suffix}" if heading.suffix else heading.num,
        "label": heading.label,
        "title": heading.title,
        "parent": parent,
        "articles": [numbers[eid] for eid in heading.all_articles],
        "line": heading.line,
    }


def _article(article: StatuteArticle) -> Json:
    return {
        "id": article.eid,
        "num": article.number,
        "label": article.label,
        "caption": article.caption,
        "text": article.text,
        "paragraphs": [_paragraph(paragraph) for paragraph in article.paragraphs],
        "line": article.line,
    }


def _paragraph(paragraph: Paragraph) -> Json:
    return {
        "id": paragraph.eid,
        "num": paragraph.num,
        "text": paragraph.full_text,
        "lead": paragraph.text,
        "items": [_item(item) for item in paragraph.items],
        "after": paragraph.after,
        "line": paragraph.line,
    }


def _item(item: Item) -> Json:
    return {
        "id": item.eid,
        "num": item.num,
        "label": item.mark,
        "text": item.text,
        "items": [_item(finer) for finer in item.items],
        "after": item.after,
        "line": item.line,
    }


def as_text(statute: Statute) -> str:
    """The statute as plain text, one blank line between parts; reading it gives it back equal."""
    return "\n\n".join(_parts(statute)) + "\n"


def _parts(statute: Statute) -> Iterator[str]:
    yield from (text.text for text in statute.preface)
    yield from (text.text for text in statute.toc)
    placed = {eid for heading in statute.all_headings() for eid in heading.articles}
    articles = {article.eid: article for article in statute.articles}
    yield from (_printed(a, statute) for a in statute.articles if a.eid not in placed)
    for heading in statute.all_headings():
        yield _printed_heading(heading)
        yield from (_printed(articles[eid], statute) for eid in heading.articles)
    yield from (text.text for text in statute.signatures)
    for annex in statute.annexes:
        yield annex.title
        yield from annex.lines


def _printed_heading(heading: Heading) -> str:
    if re.fullmatch("[一二三四五六七八九十百]+", heading.label):
        return f"{heading.label}、{heading.title}"
    return f"{heading.label}　{heading.title}".strip()


def _printed(article: StatuteArticle, statute: Statute) -> str:
    if statute.form == "numbered":
        caption = f"{article.caption}\n" if article.caption else ""
        return f"{article.label}、{caption}{_separated(article.paragraphs)}"
    caption = f"【{article.caption}】" if article.caption else ""
    return f"{article.label}　{caption}{_separated(article.paragraphs)}"


def _separated(paragraphs: Sequence[Paragraph]) -> str:
    return "\n\n".join(paragraph.full_text for paragraph in paragraphs)
