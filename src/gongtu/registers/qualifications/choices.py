"""The two classes of vocational qualifications, and where one stands on a day."""

from gongtu.base.bilingual import Bilingual


class Kind(Bilingual):
    """Those without which an occupation may not be entered, and those that attest a level."""

    ACCESS = "access", "准入类职业资格", "qualification that gives access to an occupation"
    LEVEL = "level", "水平评价类职业资格", "qualification that attests a level of skill"


class State(Bilingual):
    """Whether a qualification counts; one that was withdrawn stays on record."""

    IN_FORCE = "in-force", "有效", "in force"
    EXPIRED = "expired", "已过有效期", "expired"
    WITHDRAWN = "withdrawn", "已撤销", "withdrawn"
