"""The three tracks of article 24."""

from gongtu.base.bilingual import Bilingual


class Track(Bilingual):
    """A kind of post; in each, posts stand from the lowest to the highest."""

    SKILL = "skill", "技能", "skill"
    TECHNICAL = "technical", "技术", "technical"
    MANAGEMENT = "management", "管理", "management"


class GuideState(Bilingual):
    """How far a worker's career guide is, and so whose turn it is."""

    PROPOSED = "proposed", "等职工确认", "waiting for the worker"
    CHANGE_ASKED = "change-asked", "职工请求修改", "the worker asks for a change"
    AGREED = "agreed", "双方已确认", "confirmed by both"
    REVIEW_DUE = "review-due", "到期该回顾", "due for review"
