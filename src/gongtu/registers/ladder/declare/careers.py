"""What the provision of the map declares beside the ladder, and what ways take for granted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.base.bilingual import Bilingual
from gongtu.base.money import Yuan
from gongtu.base.sole import Sole
from gongtu.engines.entitlement.explaining import Explanation
from gongtu.engines.pathways.days import Start
from gongtu.engines.pathways.declare import Move
from gongtu.policy import Policy

GRADE, TITLE, SCHOOL = "grade", "title", "school"
NOTHING = "none"


class Assumed(Bilingual):
    """What a way on the map takes for granted where it is not on record."""

    TITLE_FITS = (
        "title-fits",
        "职称专业与本职业符合对应关系（由评价机构核对）",
        "that the field of the title fits the occupation (the assessing body checks it)",
    )
    STUDY_FITS = (
        "study-fits",
        "所学专业与本职业相同或者相关（由评价机构核对）",
        "that the field of study fits the occupation (the assessing body checks it)",
    )
    SCHOOL_EVALUATED = (
        "school-evaluated",
        "毕业院校经过评估论证（由评价机构核对）",
        "that the school was evaluated (the assessing body checks it)",
    )
    APPRENTICED = (
        "apprenticed",
        "本职业学徒期满（企业证明）",
        "that an apprenticeship in the occupation is completed (the enterprise certifies it)",
    )
    ON_LINE = (
        "on-line",
        "在一线从事所申报专业的技术技能工作（由职称评审机构核对）",
        "that the work is on the line, in the field of the title (the title committee checks it)",
    )
    YEARS = (
        "years-unconfirmed",
        "所用年数没有见到原文，置信度不是“高”",
        "that the count of years is right: its document was not seen",
    )


@dataclass(frozen=True, slots=True)
class Course:
    """Study beside work, from one schooling to another."""

    key: str
    source: str
    target: str
    years: str


@dataclass(frozen=True, slots=True)
class Careers:
    """The map: courses beside the ladder and its bridges, where people start, what steps cost.

    `fee` is None while it is 待核; `gains(person, track, rung, on)` are the benefits that standing
    there would open, asked as if it were so today.
    """

    policy: Policy
    courses: tuple[Course, ...]
    starts: Callable[[Collection[UUID], str, date], Mapping[UUID, Start]]
    fee: Callable[[Move, date], Yuan | None]
    gains: Callable[[UUID, str, str, date], Sequence[Explanation]]


_map = Sole[Careers](
    missing="No provision declares the map of careers.",
    twice="There are two maps of careers.",
)
register_careers, the_careers = _map.declare, _map.get
