"""What stands around the articles: contents page, notices, signatures, annexes."""

from gongtu.law.akn.about import About
from gongtu.law.akn.elements import AKN, Element, texts
from gongtu.law.akn.meta import identification
from gongtu.law.structure import Annex, Heading, Statute


def cover_page(statute: Statute) -> Element | None:
    """The contents page, each entry leading to its heading; None if there is none."""
    if not statute.toc:
        return None
    headings = {_bare(f"{h.label}{h.title}"): h for h in statute.all_headings()}
    entries = [_entry(text.text, headings) for text in statute.toc]
    return AKN.coverPage(AKN.toc(*entries, eId="toc"))


def _bare(text: str) -> str:
    return "".join(text.split())


def _entry(text: str, headings: dict[str, Heading]) -> Element:
    heading = headings.get(_bare(text))
    depth = heading.eid.count("__") + 1 if heading else 0
    return AKN.tocItem(text, href=f"#{heading.eid if heading else 'toc'}", level=str(depth))


def preface(statute: Statute) -> Element | None:
    """The name and the notices in their order; None for a text that begins with an article."""
    parts: list[Element] = []
    for text in statute.preface:
        if text.kind == "title":
            parts.append(AKN.longTitle(AKN.p(AKN.docTitle(text.text)), eId="preface__title"))
        else:
            parts.extend(texts(text.text))
    return AKN.preface(*parts) if parts else None


def conclusions(statute: Statute) -> Element | None:
    """Signatures, dates and closing notices."""
    parts = [p for text in statute.signatures for p in texts(text.text)]
    return AKN.conclusions(*parts) if parts else None


def attachments(statute: Statute, about: About) -> Element | None:
    """Each annex as a document of its own inside this one."""
    if not statute.annexes:
        return None
    return AKN.attachments(*(_attachment(annex, about) for annex in statute.annexes))


def _attachment(annex: Annex, about: About) -> Element:
    lines = annex.lines or ("",)
    return AKN.attachment(
        AKN.heading(annex.title),
        AKN.doc(
            AKN.meta(identification(about, annex.eid)),
            AKN.mainBody(*(AKN.p(line) for line in lines)),
            name="annex",
        ),
        eId=annex.eid,
    )
