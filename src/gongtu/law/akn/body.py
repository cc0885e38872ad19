"""Headings, articles, paragraphs and items as elements of the standard."""

from collections.abc import Mapping

from gongtu.law.akn.elements import AKN, Element, texts
from gongtu.law.structure import Heading, Item, Paragraph, Statute, StatuteArticle

_ELEMENTS = {
    "编": "book",
    "分编": "part",
    "部分": "division",
    "章": "chapter",
    "节": "section",
}


def body(statute: Statute) -> Element:
    """The `body`: articles before any heading first, then the headings."""
    articles = {article.eid: article for article in statute.articles}
    placed = {eid for heading in statute.all_headings() for eid in heading.articles}
    loose = [_article(a) for a in statute.articles if a.eid not in placed]
    return AKN.body(*loose, *(_heading(heading, articles) for heading in statute.headings))


def _heading(heading: Heading, articles: Mapping[str, StatuteArticle]) -> Element:
    below = [_article(articles[eid]) for eid in heading.articles]
    below += [_heading(child, articles) for child in heading.children]
    element = AKN(_ELEMENTS[heading.level], eId=heading.eid)
    if heading.label:
        element.append(AKN.num(heading.label))
    if heading.title:
        element.append(AKN.heading(heading.title))
    element.extend(below or [AKN.content(AKN.p())])
    return element


def _article(article: StatuteArticle) -> Element:
    element = AKN.article(AKN.num(article.label), eId=article.eid)
    if article.caption:
        element.append(AKN.heading(article.caption))
    paragraphs = [_paragraph(paragraph) for paragraph in article.paragraphs]
    element.extend(paragraphs or [AKN.content(AKN.p())])
    return element


def _paragraph(paragraph: Paragraph) -> Element:
    if not paragraph.items:
        return AKN.paragraph(AKN.content(*texts(paragraph.text)), eId=paragraph.eid)
    listed = _list(paragraph.eid, paragraph.text, paragraph.items, paragraph.after)
    return AKN.paragraph(listed, eId=paragraph.eid)


def _list(above: str, lead: str, items: tuple[Item, ...], after: str) -> Element:
    element = AKN.list(eId=f"{above}__list")
    if lead:
        element.append(AKN.intro(*texts(lead)))
    element.extend(_item(item) for item in items)
    if after:
        element.append(AKN.wrapUp(*texts(after)))
    return element


def _item(item: Item) -> Element:
    element = AKN.point(AKN.num(item.mark), eId=item.eid)
    if item.items:
        element.append(_list(item.eid, item.text, item.items, item.after))
    else:
        words = f"{item.text}\n{item.after}" if item.after else item.text
        element.append(AKN.content(*texts(words)))
    return element
