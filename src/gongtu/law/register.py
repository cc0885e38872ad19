"""The statute of a city as of a day.

A folder holds `versions.yaml`: for each version since when it is in force, the verbatim source
with its SHA-256, the correction ledger, the acts that made it and how long it must be.  An
amendment is a new version with a source of its own, never an edit.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from gongtu.base.errors import Broken
from gongtu.base.marked import Marked, read_yaml
from gongtu.law.corrections import Corrected, Correction, correct, load_corrections
from gongtu.law.parse import Parsed, parse_text

_FIELDS = (
    "key",
    "title",
    "since",
    "source",
    "sha256",
    "corrections",
    "uri",
    "articles",
    "chapters",
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something a body did to the statute: adopted, approved or published it."""

    kind: str
    on: date
    by: str
    instrument: str


@dataclass(frozen=True, slots=True)
class Version:
    """One text of the statute; in force from `since` until the day before `until`."""

    key: str
    title: str
    title_en: str
    since: date
    until: date | None
    acts: tuple[Act, ...]
    uri: str
    language: str
    source: Path
    sha256: str
    corrections_file: Path
    expected_articles: int
    expected_chapters: int

    @property
    def adopted_on(self) -> date:
        """The day of the first act."""
        return min((act.on for act in self.acts), default=self.since)


@dataclass(frozen=True, slots=True)
class Edition:
    """A version that has been read: the text, its corrections and its structure."""

    version: Version
    verbatim: str
    corrected: Corrected
    corrections: tuple[Correction, ...]
    parsed: Parsed

    def corrections_of(self, number: int | str) -> tuple[Correction, ...]:
        """What was corrected or flagged in one article, 14 or "14-1"."""
        return tuple(entry for entry in self.corrections if number in entry.articles)


def list_versions(folder: Path) -> tuple[Version, ...]:
    """Every version of the statute, earliest first.

    Raises:
        Broken: Naming file and line of what cannot be read.
    """
    top = read_yaml(folder / "versions.yaml").fields
    if "versions" not in top or not top["versions"].value:
        raise Broken(f"{folder / 'versions.yaml'}:1: no versions")
    rows = sorted((_row(row) for row in top["versions"].value), key=lambda row: row["since"])
    ends = [row["since"] for row in rows[1:]] + [None]
    return tuple(_version(folder, row, end) for row, end in zip(rows, ends, strict=True))


def _row(row: Marked) -> dict[str, Any]:
    plain: dict[str, Any] = row.plain
    if missing := [name for name in _FIELDS if plain.get(name) is None]:
        raise Broken(row.says(f"a version must say {', '.join(missing)}"))
    if not isinstance(plain["since"], date):
        raise Broken(row.says("`since` is a day"))
    return plain


def _version(folder: Path, row: dict[str, Any], until: date | None) -> Version:
    acts = tuple(
        Act(act["kind"], act["on"], act["by"], act.get("instrument", ""))
        for act in row.get("acts", ())
    )
    return Version(
        key=row["key"],
        title=row["title"],
        title_en=row.get("title_en", ""),
        since=row["since"],
        until=until,
        acts=acts,
        uri=row["uri"],
        language=row.get("language", "zho"),
        source=folder / row["source"],
        sha256=row["sha256"],
        corrections_file=folder / row["corrections"],
        expected_articles=row["articles"],
        expected_chapters=row["chapters"],
    )


def find_version(folder: Path, on: date) -> Version | None:
    """The version in force on a day, or None before the first."""
    in_force = [version for version in list_versions(folder) if version.since <= on]
    return in_force[-1] if in_force else None


def find_pending(folder: Path, on: date) -> Version | None:
    """The next version that is adopted on that day and not in force yet."""
    waiting = (v for v in list_versions(folder) if v.adopted_on <= on < v.since)
    return next(waiting, None)


def statute_on(folder: Path, on: date) -> Edition | None:
    """The statute in force on a day, parsed and corrected; None before it came into force.

    `folder` is the one that holds `versions.yaml`.  `standing` says why there is none.
    """
    version = find_version(folder, on)
    return read_edition(version) if version else None


def standing(folder: Path, on: date) -> str:
    """One sentence for readers: in force since when, adopted but not in force yet, or neither."""
    version = find_version(folder, on)
    if version:
        return f"《{version.title}》自 {version.since} 起施行，{on} 有效。"
    pending = find_pending(folder, on)
    if pending:
        told = f"《{pending.title}》已于 {pending.adopted_on} 通过，自 {pending.since} 起施行"
        return f"{told}；{on} 尚未施行。"
    return f"{on} 之前没有通过的文本。"


def read_edition(version: Version) -> Edition:
    """The parsed text of a version; read once for each state of its files.

    Raises:
        Broken: The source is not the one recorded, or a correction does not match it.
    """
    files = (version.source, version.corrections_file)
    try:
        stamps = tuple(file.stat().st_mtime_ns for file in files)
    except OSError as error:
        raise Broken(f"{error.filename}:1: cannot be read ({error.strerror})") from error
    return _read(version, stamps)


@lru_cache(maxsize=32)
def _read(version: Version, _stamps: tuple[int, ...]) -> Edition:
    """The edition as its files are; the stamps are the cache's key."""
    content = version.source.read_bytes()
    if (digest := hashlib.sha256(content).hexdigest()) != version.sha256:
        raise Broken(f"{version.source}:1: SHA-256 is {digest}, recorded is {version.sha256}")
    verbatim = content.decode("utf-8")
    corrections = load_corrections(version.corrections_file)
    corrected = correct(verbatim, corrections)
    parsed = parse_text(corrected.text, line_of=corrected.line_of)
    return Edition(version, verbatim, corrected, corrections, parsed)
