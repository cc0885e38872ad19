"""A parsed text in one line for each part, to be read and compared by people."""

from collections.abc import Iterator

from gongtu.law.parse import Parsed
from gongtu.law.structure import Item, StatuteArticle


def outline(parsed: Parsed) -> str:
    return "\n".join(_lines(parsed)) + "\n"


def _lines(parsed: Parsed) -> Iterator[str]:
    statute = parsed.statute
    numbers = {article.eid: str(article.number) for article in statute.articles}
    for text in (*statute.preface, *statute.toc):
        yield f"{text.line}: {text.kind} | " + text.text.replace("\n", " / ")
    for heading in statute.all_headings():
        below = " ".join(numbers[eid] for eid in heading.all_articles)
        yield f"{heading.line}: {heading.eid} | {heading.label} {heading.title} | {below}"
    for article in statute.articles:
        yield from _article(article)
    for text in statute.signatures:
        yield f"{text.line}: {text.kind} | {text.text}"
    for annex in statute.annexes:
        yield f"{annex.line}: {annex.eid} | {annex.title} | {' / '.join(annex.lines)}"
    yield from (f"unplaced {left.line} | {left.text} | {left.why}" for left in parsed.unplaced)
    yield from (f"note {note.line} {note.kind}" for note in parsed.notes)


def _article(article: StatuteArticle) -> Iterator[str]:
    yield f"{article.line}: {article.eid} | {article.label} {article.caption}".rstrip()
    for paragraph in article.paragraphs:
        yield f"{paragraph.line}: {paragraph.eid} | {paragraph.text}"
        yield from _items(paragraph.items)
        if paragraph.after:
            yield f"after | {paragraph.after}"


def _items(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        yield f"{item.line}: {item.eid} | {item.mark} | {item.text}"
        yield from _items(item.items)
        if item.after:
            yield f"after | {item.after}"
