"""A statute as Akoma Ntoso 3.0 (OASIS LegalDocML), valid against the standard's schema.

编 is `book`, 分编 `part`, 部分 `division`, 章 `chapter`, 节 `section`, 条 `article`,
款 `paragraph`, 项 and 目 are `point`s of a `list`.  Ids are those of `law.structure`.
"""

from collections.abc import Sequence

from lxml import etree

from gongtu.law.akn.about import About
from gongtu.law.akn.body import body
from gongtu.law.akn.elements import AKN, NAMESPACE
from gongtu.law.akn.frame import attachments, conclusions, cover_page, preface
from gongtu.law.akn.meta import meta
from gongtu.law.corrections import Correction
from gongtu.law.parse import Parsed

__all__ = ["NAMESPACE", "About", "as_akn"]


def as_akn(parsed: Parsed, about: About, corrections: Sequence[Correction] = ()) -> bytes:
    """The XML document in UTF-8; corrections and lines without a place become its notes."""
    statute = parsed.statute
    act = AKN.act(meta(parsed, about, corrections), name="act", contains="singleVersion")
    parts = (
        cover_page(statute),
        preface(statute),
        body(statute),
        conclusions(statute),
        attachments(statute, about),
    )
    act.extend(part for part in parts if part is not None)
    root = AKN.akomaNtoso(act)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
