"""The closed words of standards: what kind one is, what it asks, and what became of a comment."""

from gongtu.base.bilingual import Bilingual


class StandardKind(Bilingual):
    """What is drafted: each occupation has one of either kind, in editions."""

    STANDARD = "standard", "职业标准", "occupational standard"
    SPECIFICATION = "specification", "评价规范", "assessment specification"


class PointKind(Bilingual):
    """What a point of a section asks of a candidate; the weights of each kind make up a whole."""

    KNOWLEDGE = "knowledge", "知识点", "knowledge"
    SKILL = "skill", "技能点", "skill"


class Outcome(Bilingual):
    """What the drafters made of a comment."""

    ACCEPTED = "accepted", "采纳", "accepted"
    PARTLY = "partly", "部分采纳", "accepted in part"
    DECLINED = "declined", "不采纳", "not accepted"
