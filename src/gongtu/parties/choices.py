"""Closed vocabularies of the parties: sex, levels, divisions, kinds of membership."""

from enum import StrEnum
from typing import Self


class Sex(StrEnum):
    """As the seventeenth digit of the ID number tells it (GB 11643)."""

    FEMALE = "female"
    MALE = "male"


class Level(StrEnum):
    """On which level a public body or a federation stands; empty for everybody else."""

    NONE = ""
    CITY = "city"
    DISTRICT = "district"


class DivisionLevel(StrEnum):
    """The steps of administrative division that the statute's bodies stand on."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


class MembershipKind(StrEnum):
    """In what way a person belongs to an organisation."""

    EMPLOYMENT = "employment"
    UNION = "union"


class Size(StrEnum):
    """The size class of an enterprise as official statistics tell it; nobody here works it out."""

    label: str
    label_en: str

    def __new__(cls, value: str, label: str = "", label_en: str = "") -> Self:
        size = str.__new__(cls, value)
        size._value_, size.label, size.label_en = value, label, label_en
        return size

    LARGE = "large", "大型", "large"
    MEDIUM = "medium", "中型", "medium"
    SMALL = "small", "小型", "small"
    MICRO = "micro", "微型", "micro"
