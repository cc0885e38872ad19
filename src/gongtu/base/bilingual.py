"""Words that readers meet in two languages."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, Self, runtime_checkable


@runtime_checkable
class Worded(Protocol):
    """Whatever has its name in both languages."""

    @property
    def label(self) -> str: ...
    @property
    def label_en(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Word:
    """A name in both languages that is of no closed list."""

    label: str
    label_en: str


class Bilingual(StrEnum):
    """Base of a closed list: a permanent key, with its label in Chinese and in English."""

    label: str
    label_en: str

    def __new__(cls, value: str, label: str = "", label_en: str = "") -> Self:
        word = str.__new__(cls, value)
        word._value_, word.label, word.label_en = value, label, label_en
        return word

    @property
    def place(self) -> int:
        """Its place in the list, from 1."""
        return list(type(self)).index(self) + 1
