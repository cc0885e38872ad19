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


class Need(Bilingual):
    """The demand that a special ability answers, in the words of article 23."""

    NEW_TRADE = "new-trade", "新业态", "new trade"
    NEW_TECHNIQUE = "new-technique", "新技术", "new technique"
    LOCAL_INDUSTRY = "local-industry", "区域特色产业", "local industry"
    CRAFT = "craft", "技艺传承", "craft handed down"


class Outcome(Bilingual):
    """What the drafters made of a comment."""

    ACCEPTED = "accepted", "采纳", "accepted"
    PARTLY = "partly", "部分采纳", "accepted in part"
    DECLINED = "declined", "不采纳", "not accepted"
