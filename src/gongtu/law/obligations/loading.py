"""Reads a folder of norms and proves every one of them against the statute's text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gongtu.base.errors import Broken
from gongtu.base.marked import Marked, read_yaml
from gongtu.law.obligations.fields import REQUIRED, read_field
from gongtu.law.obligations.norm import Obligation
from gongtu.law.register import list_versions, read_edition
from gongtu.law.structure import Statute

_KEY = re.compile(r"[a-z]+(-[a-z]+)*")


def load_obligations(
    path: Path, *, statute: Statute | None = None, overlay: Path | None = None
) -> dict[str, Obligation]:
    """Every norm under `path` by its key, in the order of the files.

    Args:
        path: The folder `obligations/` of a city, or one file.
        statute: The text to prove the quotes against; left out, the newest in the folder
            `statute/` beside `path`.
        overlay: A folder or file that adds norms, or replaces some fields of a norm by its key.

    Raises:
        Broken: All mistakes at once, each with its file and line.
    """
    problems: list[str] = []
    entries = _gather(path, problems)
    for key, entry in _gather(overlay, problems).items() if overlay else ():
        entries[key] = _laid_over(entries.get(key), entry)
    text = statute or _newest(path.parent / "statute")
    reading = _Reading(_paragraphs(text), problems)
    norms = {key: norm for key, entry in entries.items() if (norm := reading.read(key, entry))}
    if problems:
        raise Broken("\n".join(problems))
    return norms


def _newest(folder: Path) -> Statute:
    return read_edition(list_versions(folder)[-1]).parsed.statute


def _gather(path: Path, problems: list[str]) -> dict[str, Marked]:
    entries: dict[str, Marked] = {}
    for file in sorted(path.glob("*.yaml")) if path.is_dir() else (path,):
        for key, entry in read_yaml(file).fields.items():
            if key in entries:
                first = entries[key]
                problems.append(entry.says(f"{key} stands already at {first.path}:{first.line}"))
            entries.setdefault(key, entry)
    if not entries:
        problems.append(f"{path}:1: there is no norm here")
    return entries


def _laid_over(entry: Marked | None, over: Marked) -> Marked:
    return Marked(entry.fields | over.fields, over.path, over.line) if entry else over


def _paragraphs(statute: Statute) -> dict[int | str, tuple[str, ...]]:
    return {
        article.number: tuple(paragraph.full_text for paragraph in article.paragraphs)
        for article in statute.articles
    }


@dataclass(frozen=True, slots=True)
class _Reading:
    """One pass over the entries: what is wrong is noted, and the pass goes on."""

    paragraphs: Mapping[int | str, tuple[str, ...]]
    problems: list[str]

    def read(self, key: str, entry: Marked) -> Obligation | None:
        """The norm, or None when something about it is noted as wrong."""
        before = len(self.problems)
        if not _KEY.fullmatch(key):
            self.problems.append(entry.says(f"{key!r} is no key: words of a to z joined by -"))
        if not isinstance(entry.value, dict):
            self.problems.append(entry.says(f"{key} has no fields"))
            return None
        values = self._values(key, entry)
        if len(self.problems) > before:
            return None
        norm = Obligation(key=key, path=entry.path, line=entry.line, **values)
        self.problems.extend(entry.says(f"{key}: {says}") for says in self._mistakes(norm))
        return norm if len(self.problems) == before else None

    def _values(self, key: str, entry: Marked) -> dict[str, Any]:
        fields = entry.fields
        values: dict[str, Any] = {}
        for name in (name for name in REQUIRED if name not in fields):
            self.problems.append(entry.says(f"{key}: {name} is missing"))
        for name, field in fields.items():
            try:
                values |= read_field(name, field)
            except ValueError as mistake:
                self.problems.append(field.says(f"{key}: {mistake}"))
        return values

    def _mistakes(self, norm: Obligation) -> Iterator[str]:
        paragraphs = self.paragraphs.get(norm.article)
        if paragraphs is None:
            yield f"the statute has no article {norm.article}"
        elif not 1 <= norm.paragraph <= len(paragraphs):
            yield f"article {norm.article} has {len(paragraphs)} paragraphs, not {norm.paragraph}"
        elif norm.quote not in (text := paragraphs[norm.paragraph - 1]):
            yield f"article {norm.article} paragraph {norm.paragraph} does not say “{norm.quote}”"
        elif (signs := norm.force.signs) and not any(
            sign in _sentence_around(norm.quote, text) for sign in signs
        ):
            yield f"force {norm.force}, but its sentence has none of {'、'.join(signs)}"
        if "定期" in norm.quote and not (norm.period or norm.period_note):
            yield "the statute says 定期: give the period, or say in period_note why there is none"


def _sentence_around(quote: str, text: str) -> str:
    start = text.index(quote)
    first = max(text.rfind(sign, 0, start) for sign in "。；") + 1
    ends = [end for sign in "。；" if (end := text.find(sign, start + len(quote) - 1)) >= 0]
    return text[first : min(ends, default=len(text))]
