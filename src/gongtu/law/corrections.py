"""The correction ledger: a statute's text is its source, verbatim, and what was corrected in it.

Nothing in a source is repaired in silence.  Each entry of `corrections.yaml` says where it
applies, what is printed there, what stands instead, why, on whose word and by whom; it must
match the source to the character, and taking all of them back gives the source byte for byte.
Kinds: `drop` a line, `join` a broken one, `replace` words, `insert` missing ones, and `flag`
what reads oddly but stays as printed.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from gongtu.base.errors import Broken
from gongtu.base.marked import Marked, read_yaml
from gongtu.law.parse.source import line_starts

KINDS = ("drop", "join", "replace", "insert", "flag")
_FIELDS = ("id", "kind", "line", "articles", "found", "corrected", "why", "source", "by", "date")
_ENGLISH = ("why_en", "source_en", "by_en")


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry; `line` counts in the verbatim source, `place` is the entry's own file and line.

    The reason, its source and who corrected it may be told in English too.
    """

    id: str
    kind: str
    line: int
    articles: tuple[int | str, ...]
    found: str
    corrected: str
    why: str
    source: str
    by: str
    date: date
    place: str
    why_en: str = ""
    source_en: str = ""
    by_en: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """The corrected text; `line_of` gives for each of its lines the line of the source.

    `edits` hold (start in the corrected text, printed, instead), in reading order.
    """

    text: str
    line_of: tuple[int, ...]
    edits: tuple[tuple[int, str, str], ...]


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """The entries of a ledger in their order.

    Raises:
        Broken: Naming file and line of every entry that is not whole, or whose kind does not fit.
    """
    entries = read_yaml(path).fields.get("corrections")
    rows = entries.value if entries else ()
    problems: list[str] = []
    loaded = []
    for row in rows:
        if why := _malformed(row):
            problems.append(row.says(why))
        else:
            loaded.append(_correction(row))
    ids = [correction.id for correction in loaded]
    problems += [f"{c.place}: {c.id} stands twice" for c in loaded if ids.count(c.id) > 1]
    if problems:
        raise Broken("\n".join(problems))
    return tuple(loaded)


def _malformed(row: Marked) -> str:
    fields = row.plain
    if not isinstance(fields, dict):
        return "a correction is a mapping"
    if missing := [name for name in _FIELDS if fields.get(name) is None]:
        return f"a correction must say {', '.join(missing)}"
    if fields["kind"] not in KINDS:
        return f"unknown kind {fields['kind']!r}; known are {', '.join(KINDS)}"
    if not isinstance(fields["date"], date) or not isinstance(fields["line"], int):
        return "`date` is a day and `line` a number"
    return _misfit(fields["kind"], str(fields["found"]), str(fields["corrected"]))


def _misfit(kind: str, found: str, corrected: str) -> str:
    """Why a text and its correction are not of that kind."""
    unbroken = re.sub(r"\s+", "", found)
    letters = iter(corrected)
    fits = {
        "drop": corrected == "",
        "join": "\n" in found and corrected == unbroken,
        "replace": found != corrected != "",
        "insert": found != corrected and all(letter in letters for letter in found),
        "flag": found == corrected,
    }
    return "" if found and fits[kind] else f"found and corrected are no {kind}"


def _correction(row: Marked) -> Correction:
    plain = row.plain
    values = {name: plain[name] for name in _FIELDS}
    values |= {name: plain.get(name, "") for name in _ENGLISH}
    return Correction(
        **{**values, "articles": tuple(plain["articles"])}, place=f"{row.path}:{row.line}"
    )


def correct(verbatim: str, corrections: Sequence[Correction]) -> Corrected:
    """The source with every correction applied.

    Raises:
        Broken: Naming each entry that does not match its line exactly once, or overlaps another.
    """
    starts = line_starts(verbatim)
    problems: list[str] = []
    places = []
    for correction in corrections:
        if (start := _locate(verbatim, starts, correction)) is None:
            problems.append(
                f"{correction.place}: {correction.id}: {correction.found!r} does not stand"
                f" exactly once on line {correction.line} of the source"
            )
        elif correction.kind != "flag":
            places.append((start, correction))
    places.sort(key=lambda place: place[0])
    for (start, first), (following, second) in pairwise(places):
        if start + len(first.found) > following:
            problems.append(f"{second.place}: {second.id} overlaps {first.id}")
    if problems:
        raise Broken("\n".join(problems))
    return _apply(verbatim, starts, places)


def _locate(verbatim: str, starts: Sequence[int], correction: Correction) -> int | None:
    if not 1 <= correction.line <= len(starts):
        return None
    begin = starts[correction.line - 1]
    end = starts[correction.line] if correction.line < len(starts) else len(verbatim)
    first = verbatim.find(correction.found, begin)
    again = verbatim.find(correction.found, first + 1)
    if not begin <= first < end or (first < again < end):
        return None
    whole = verbatim[begin:end].strip() == correction.found
    return first if whole or correction.kind != "drop" else None


def _apply(
    verbatim: str, starts: Sequence[int], places: Sequence[tuple[int, Correction]]
) -> Corrected:
    pieces: list[str] = []
    edits: list[tuple[int, str, str]] = []
    origins = [(0, 0)]
    """(place in the corrected text, the same place in the source), rising."""
    read = written = 0
    for start, correction in places:
        pieces += [verbatim[read:start], correction.corrected]
        written += start - read
        edits.append((written, correction.found, correction.corrected))
        written += len(correction.corrected)
        read = start + len(correction.found)
        origins.append((written, read))
    pieces.append(verbatim[read:])
    text = "".join(pieces)
    return Corrected(text, _line_map(text, starts, origins), tuple(edits))


def _line_map(
    text: str, starts: Sequence[int], origins: Sequence[tuple[int, int]]
) -> tuple[int, ...]:
    written = [origin[0] for origin in origins]
    lines = []
    for begin in line_starts(text):
        here, there = origins[bisect_right(written, begin) - 1]
        lines.append(bisect_right(starts, there + begin - here))
    return tuple(lines)


def restore(corrected: Corrected) -> str:
    """The verbatim source again, with every correction taken back.

    Raises:
        Broken: The text no longer holds what a correction put there.
    """
    pieces, read = [], 0
    for start, found, instead in corrected.edits:
        if not corrected.text.startswith(instead, start):
            raise Broken(f"{instead!r} does not stand at {start} any more")
        pieces += [corrected.text[read:start], found]
        read = start + len(instead)
    return "".join([*pieces, corrected.text[read:]])
