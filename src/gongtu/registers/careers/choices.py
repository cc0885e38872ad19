"""The closed words of careers: posts and crossings, states of guides, equal treatment."""

from gongtu.base.bilingual import Bilingual


class Track(Bilingual):
    """A kind of post; in each, posts stand from the lowest to the highest."""

    SKILL = "skill", "技能", "skill"
    TECHNICAL = "technical", "技术", "technical"
    MANAGEMENT = "management", "管理", "management"


class Direction(Bilingual):
    """Which way a crossing between two tracks leads."""

    ONE_WAY = "one-way", "单向", "one way"
    BOTH_WAYS = "both-ways", "双向", "both ways"


class GuideState(Bilingual):
    """How far a worker's career guide is, and so whose turn it is."""

    PROPOSED = "proposed", "等职工确认", "waiting for the worker"
    CHANGE_ASKED = "change-asked", "职工请求修改", "the worker asks for a change"
    AGREED = "agreed", "双方已确认", "confirmed by both"
    REVIEW_DUE = "review-due", "到期该回顾", "due for review"


class Matter(Bilingual):
    """In what article 25, paragraph 2, names treatment equal to that of professionals."""

    STUDY = "study", "学习进修", "further study"
    APPOINTMENT = "appointment", "岗位聘任", "appointment to posts"
    PROMOTION = "promotion", "职务职级晋升", "promotion in position and rank"
    AWARDS = "awards", "评优评奖", "selection for honours and awards"
    PROJECTS = "projects", "科研项目申报", "application for research projects"


class Accord(Bilingual):
    """Whether what the registers show is as an enterprise's table says."""

    HOLDS = "holds", "一致", "as the table says"
    DIFFERS = "differs", "不一致", "not as the table says"
    UNKNOWN = "unknown", "不能判断", "not known"
