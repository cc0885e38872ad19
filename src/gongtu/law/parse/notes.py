"""What the parser reports: lines without a place, and decisions a reader should know of."""

from dataclasses import dataclass, field

from gongtu.law.parse.source import Line


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A line of the source that belongs to no part of the statute, and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Note:
    """A decision about a line that has its place.

    `kind`: joined, unsure, split, markup, sequence, missing, unfinished, reference, appended,
    form or title.
    """

    line: int
    kind: str
    says: str


@dataclass(slots=True)
class Notebook:
    unplaced: list[Unplaced] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def leave(self, line: Line, why: str) -> None:
        """Report a line as without a place."""
        self.unplaced.append(Unplaced(line.number, line.text, why))

    def note(self, line: int, kind: str, says: str) -> None:
        """Report a decision."""
        self.notes.append(Note(line, kind, says))
