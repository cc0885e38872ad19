"""What the pages say, in the other language: collected and compiled by Babel."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from gongtu.ops.settings.environment import ROOT

Message = str | tuple[str, ...]
SOURCE = ROOT / "src" / "gongtu"
CATALOGUE = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


@dataclass(frozen=True, slots=True)
class Gaps:
    """What keeps the English from being complete."""

    untranslated: tuple[str, ...]
    obsolete: tuple[str, ...]
    uncollected: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.untranslated or self.obsolete or self.uncollected)


def collected() -> Catalog:
    """Every message that pages and Python code mark for translation, with its places."""
    catalogue = Catalog(locale="en", charset="utf-8", project="gongtu")
    for file in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("templates/**/*.html")]):
        place = str(file.relative_to(ROOT))
        for line, message, comments, context in messages_in(file):
            catalogue.add(
                message, locations=[(place, line)], auto_comments=comments, context=context
            )
    return catalogue


def messages_in(file: Path) -> Iterator[tuple[int, Message, list[str], str | None]]:
    """Line, message, comments and context of each; a template is read as Django itself reads it."""
    text = file.read_text("utf8")
    if file.suffix == ".html":
        # What Django leaves of a template is words without Python's indentation.
        lines = templatize(text, origin=str(file)).splitlines()
        text = "\n".join(line.strip() for line in lines)
    return extract(
        "python", BytesIO(text.encode()), keywords=KEYWORDS, comment_tags=["Translators"]
    )


def kept() -> Catalog:
    """The English as it is kept in the repository."""
    if not CATALOGUE.exists():
        return Catalog(locale="en", charset="utf-8", project="gongtu")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en", charset="utf-8")


def update() -> Gaps:
    """Collect anew: what is no longer said goes, what is new waits for its English."""
    catalogue = kept()
    catalogue.update(collected(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, no_location=True, omit_header=False)
    compile_catalogues()
    return gaps()


def gaps() -> Gaps:
    """Compare what is said with what is kept."""
    said, known = collected(), kept()
    ids = {(m.id, m.context) for m in said if m.id}
    translated = {(m.id, m.context): m.string for m in known if m.id}
    return Gaps(
        untranslated=tuple(name(i) for i in translated if i in ids and not complete(translated[i])),
        obsolete=tuple(name(i) for i in translated if i not in ids),
        uncollected=tuple(name(i) for i in ids if i not in translated),
    )


def complete(string: object) -> bool:
    """A plural has each of its forms."""
    return all(string) if isinstance(string, list | tuple) else bool(string)


def name(identity: tuple[object, str | None]) -> str:
    """The message as a person would look for it."""
    message = identity[0]
    return message[0] if isinstance(message, list | tuple) else str(message)


def compile_catalogues() -> None:
    """Write the .mo that Django reads, where the .po is newer."""
    compiled = CATALOGUE.with_suffix(".mo")
    if not CATALOGUE.exists() or (
        compiled.exists() and compiled.stat().st_mtime >= CATALOGUE.stat().st_mtime
    ):
        return
    with compiled.open("wb") as file:
        write_mo(file, kept())
