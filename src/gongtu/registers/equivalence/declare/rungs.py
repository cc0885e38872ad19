"""Rungs: a place on one of the sides that are compared."""

from __future__ import annotations

from dataclasses import dataclass

from gongtu.base.bilingual import Word, Worded
from gongtu.policy.city import active_city
from gongtu.registers.education.choices import ClassKind, Level
from gongtu.registers.equivalence.choices import Post, Side
from gongtu.registers.qualifications.choices import Kind
from gongtu.registers.skills.choices import Grade
from gongtu.registers.titles.choices import TitleLevel

ORDERED = (Side.GRADE, Side.TITLE)  # who stands higher has what those below have


@dataclass(frozen=True, slots=True)
class Rung:
    """A grade, a title and so on; `key` is empty where only the side can be told."""

    side: Side
    key: str = ""

    @property
    def words(self) -> Worded:
        """Its name in both languages; that of the side where no rung can be told."""
        return rungs_of(self.side)[self.key] if self.key else self.side

    @property
    def place(self) -> int:
        """Its place on its side, the lowest first."""
        return list(rungs_of(self.side)).index(self.key)

    @property
    def address(self) -> str:
        return f"{self.side.value}-{self.key}" if self.key else self.side.value

    def reaches(self, other: Rung) -> bool:
        """Whether whoever stands here has what stands there, too."""
        if self.side is not other.side or not (self.key and other.key):
            return False
        return self.place >= other.place if self.side in ORDERED else self == other


def rungs_of(side: Side) -> dict[str, Worded]:
    """Every rung of a side by its key, the lowest first."""
    match side:
        case Side.GRADE:
            return {grade.value: grade for grade in Grade}
        case Side.TITLE:
            return {level.value: level for level in TitleLevel}
        case Side.EDUCATION:
            return {level.value: level for level in Level}
        case Side.CLASS:
            return {kind.value: kind for kind in ClassKind if kind is not ClassKind.NONE}
        case Side.QUALIFICATION:
            return {kind.value: kind for kind in Kind}
        case Side.HONOUR:
            return {one.key: Word(one.name, one.name_en) for one in active_city().honours}
        case Side.POST:
            return {post.value: post for post in Post}
