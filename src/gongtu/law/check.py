"""Proof that the verbatim source and its corrections are the statute, whole and in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gongtu.base.errors import Broken
from gongtu.law.corrections import restore
from gongtu.law.export import as_text
from gongtu.law.parse import parse_text
from gongtu.law.register import Edition, Version, list_versions, read_edition

_UNSETTLED = ("joined", "sequence", "missing", "unfinished", "title", "appended")


@dataclass(frozen=True, slots=True)
class Report:
    """What was proved of one version; `problems` is empty when all holds."""

    version: str
    title: str
    articles: int
    chapters: int
    corrections: int
    flags: int
    unplaced: int
    problems: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not self.problems


def check_folder(folder: Path) -> tuple[Report, ...]:
    """A report for each version of the statute in a folder."""
    return tuple(check_version(version) for version in list_versions(folder))


def check_version(version: Version) -> Report:
    """Read one version and look for anything that does not hold; broken files are problems too."""
    try:
        edition = read_edition(version)
    except Broken as mistake:
        problems = tuple(str(mistake).splitlines())
        return Report(version.key, version.title, 0, 0, 0, 0, 0, problems)
    statute, entries = edition.parsed.statute, edition.corrections
    flags = sum(entry.kind == "flag" for entry in entries)
    return Report(
        version.key,
        statute.title,
        len(statute.articles),
        _chapters(edition),
        len(entries) - flags,
        flags,
        len(edition.parsed.unplaced),
        tuple(_problems(edition)),
    )


def _chapters(edition: Edition) -> int:
    return sum(heading.level == "章" for heading in edition.parsed.statute.all_headings())


def _problems(edition: Edition) -> Iterator[str]:
    version, parsed = edition.version, edition.parsed
    statute = parsed.statute
    if restore(edition.corrected) != edition.verbatim:
        yield "taking the corrections back does not give the source"
    if statute.title != version.title:
        yield f"the title is {statute.title}, recorded is {version.title}"
    if [article.number for article in statute.articles] != _expected_numbers(version):
        yield f"{len(statute.articles)} articles, not 1 to {version.expected_articles}"
    if _chapters(edition) != version.expected_chapters:
        yield f"{_chapters(edition)} chapters, recorded are {version.expected_chapters}"
    yield from (f"line {u.line} has no place: {u.text}" for u in parsed.unplaced)
    yield from (f"line {n.line}: {n.says}" for n in parsed.notes if n.kind in _UNSETTLED)
    if parse_text(as_text(statute)).statute != statute:
        yield "the text printed and read again is not the same"
    yield from _misplaced(edition)


def _expected_numbers(version: Version) -> list[int | str]:
    return list(range(1, version.expected_articles + 1))


def _misplaced(edition: Edition) -> Iterator[str]:
    """Corrections whose words do not stand in an article they name."""
    texts = {a.number: f"{a.label} {a.text}" for a in edition.parsed.statute.articles}
    for entry in edition.corrections:
        if entry.kind == "drop":
            continue
        if not any(entry.corrected in texts.get(number, "") for number in entry.articles):
            yield f"{entry.place}: {entry.id}: its words are not in article {entry.articles}"
