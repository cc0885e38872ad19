"""Letters and certificates as PDF/A-3b: one Typst template, one set of values, embedded fonts.

A template reads its values by `#let data = json(bytes(sys.inputs.data))` and sets its text in
"Noto Serif CJK SC" (宋体, body) or "Noto Sans CJK SC" (黑体, headings). Only a character that
neither has, in a rare or a traditional name, is drawn by another font of the machine; none is
ever left out.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, cast

import typst

from gongtu.base.errors import Broken

FOLDER = Path(__file__).parent / "fonts"
UNDATED = date(2000, 1, 1)
_UNDRAWN = re.compile(r'the text `?"(.+?)"`? could not be displayed')


class MissingGlyphs(Broken):
    """No font at hand draws these characters."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        super().__init__(f"No font draws {characters}.")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A text file carried inside the PDF: the credential behind a certificate, say."""

    name: str
    text: str
    media_type: str
    says: str


def pdf(
    template: str | Path,
    data: Mapping[str, Any],
    attachments: Sequence[Attachment] = (),
    *,
    on: date = UNDATED,
) -> bytes:
    """The template filled in: equal arguments give equal bytes, in any thread.

    `on` is the day the document bears inside; the template prints its own. Files that the template
    reads lie in its folder.

    Raises:
        MissingGlyphs: A character of the text is in no font.
        Broken: Typst's own words about the template.
    """
    path = Path(template)
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    inputs |= {f"attached-{n}": each.text for n, each in enumerate(attachments)}
    attached = "\n".join(attach(n, each) for n, each in enumerate(attachments))
    source = f"{attached}\n#include {quoted('/' + path.name)}".encode()
    try:
        return _compiled(path, source, inputs, on, fonts())
    except MissingGlyphs:
        return _compiled(path, source, inputs, on, more_fonts())


def _compiled(
    path: Path, source: bytes, inputs: Mapping[str, str], on: date, faces: typst.Fonts
) -> bytes:
    compiler = typst.Compiler(root=path.parent, font_paths=faces, ignore_system_fonts=True)
    try:
        made = compiler.compile(
            source,
            format="pdf",
            pdf_standards=["a-3b"],
            sys_inputs=dict(inputs),
            timestamp=datetime.combine(on, time(), UTC),
        )
    except typst.TypstError as mistake:
        told = mistake.diagnostic or mistake.message
        if undrawn := _UNDRAWN.findall(str(told)):
            raise MissingGlyphs("".join(undrawn)) from mistake
        raise Broken(f"{path}: {told}") from mistake
    return cast(bytes, made)


def attach(number: int, attachment: Attachment) -> str:
    """The line of Typst that puts the attachment into the document."""
    return (
        f'#pdf.attach({quoted(attachment.name)}, bytes(sys.inputs.at("attached-{number}")), '
        f'relationship: "source", mime-type: {quoted(attachment.media_type)}, '
        f"description: {quoted(attachment.says)})"
    )


def quoted(text: str) -> str:
    r"""As Typst writes a string.

    >>> print(quoted('a"b\\c'))
    "a\"b\\c"
    """
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@cache
def fonts() -> typst.Fonts:
    """Only the fonts of this folder, read once: a document looks the same on every machine."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]
    )


@cache
def more_fonts() -> typst.Fonts:
    """Those, and whatever the machine has besides."""
    return typst.Fonts(
        include_system_fonts=True, include_embedded_fonts=False, font_paths=[str(FOLDER)]
    )
