"""Closed vocabularies of the parties: sex, levels, divisions, kinds of membership."""

from enum import StrEnum

from gongtu.base.bilingual import Bilingual


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


class UsualOffice(Bilingual):
    """What offices are usually called; another title is shown as it was given."""

    CLERK = "clerk", "经办人", "clerk"
    STAFF = "staff", "工作人员", "officer"
    CHAIR = "chair", "主席", "chair"
    EXAMINATIONS = "examinations", "考务", "examination officer"


class MembershipKind(StrEnum):
    """In what way a person belongs to an organisation."""

    EMPLOYMENT = "employment"
    UNION = "union"


class Size(Bilingual):
    """The size class of an enterprise as official statistics tell it; nobody here works it out."""

    LARGE = "large", "大型", "large"
    MEDIUM = "medium", "中型", "medium"
    SMALL = "small", "小型", "small"
    MICRO = "micro", "微型", "micro"
