"""The levels of professional titles that article 24 names and the one above, and their series."""

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


class Series(Bilingual):
    """The series of titles opened to skilled workers one after another."""

    ENGINEERING = "engineering", "工程", "engineering"
    AGRICULTURE = "agriculture", "农业", "agriculture"
    CRAFTS = "crafts", "工艺美术", "arts and crafts"
    HERITAGE = "heritage", "文物博物", "heritage and museums"
    LABORATORY = "laboratory", "实验技术", "laboratory technique"
    ARTS = "arts", "艺术", "arts"
    SPORTS = "sports", "体育", "sports"
    TECHNICAL_TEACHING = (
        "technical-teaching",
        "技工院校教师",
        "teaching at technical schools",
    )
