"""The levels of professional titles that article 24 names, and the one above them."""

from gongtu.base.bilingual import Bilingual


class TitleLevel(Bilingual):
    """From the lowest on.

    >>> TitleLevel.ASSISTANT.place < TitleLevel.ASSOCIATE_SENIOR.place
    True
    """

    ASSISTANT = "assistant", "助理级", "assistant"
    INTERMEDIATE = "intermediate", "中级", "intermediate"
    ASSOCIATE_SENIOR = "associate-senior", "副高级", "associate senior"
    SENIOR = "senior", "正高级", "senior"
