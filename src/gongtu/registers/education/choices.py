"""Levels of schooling, kinds of schools and of their classes, and what a class may end with."""

from gongtu.base.bilingual import Bilingual


class Level(Bilingual):
    """How far somebody was schooled, from the lowest on."""

    LOWER_SECONDARY = "lower-secondary", "初中及以下", "lower secondary or below"
    UPPER_SECONDARY = "upper-secondary", "高中", "upper secondary"
    SECONDARY_VOCATIONAL = "secondary-vocational", "中专", "secondary vocational"
    TECHNICAL = "technical", "技工院校毕业", "technical school"
    COLLEGE = "college", "大专", "junior college"
    BACHELOR = "bachelor", "本科", "bachelor"
    MASTER = "master", "硕士", "master"
    DOCTOR = "doctor", "博士", "doctor"

    @property
    def tier(self) -> int:
        """Its rank; upper secondary, secondary vocational and technical schooling share one.

        >>> Level.UPPER_SECONDARY.tier == Level.TECHNICAL.tier < Level.COLLEGE.tier
        True
        """
        alike = (Level.SECONDARY_VOCATIONAL, Level.TECHNICAL)
        return Level.UPPER_SECONDARY.place if self in alike else self.place


class SchoolKind(Bilingual):
    """What a school is; articles 11 and 25 tell these apart."""

    UNIVERSITY = "university", "普通高等学校", "university or college"
    OPEN_UNIVERSITY = "open-university", "开放大学", "open university"
    VOCATIONAL = "vocational", "职业学校", "vocational school"
    TECHNICAL = "technical", "技工学校", "technical school"
    SENIOR_TECHNICAL = "senior-technical", "高级技工学校", "senior technical school"
    TECHNICIAN_COLLEGE = "technician-college", "技师学院", "technician college"
    OTHER = "other", "其他学校", "other school"


class ClassKind(Bilingual):
    """The class of a technical school; the others have none."""

    NONE = "none", "不分班类", "no such class"
    INTERMEDIATE = "intermediate", "中级工班", "intermediate-worker class"
    SENIOR = "senior", "高级工班", "senior-worker class"
    PRE_TECHNICIAN = "pre-technician", "预备技师（技师）班", "pre-technician class"


class Qualified(Bilingual):
    """The vocational qualification or skill grade somebody graduated with."""

    NONE = "none", "未取得", "none"
    INTERMEDIATE = "intermediate", "中级工", "intermediate worker"
    SENIOR = "senior", "高级工", "senior worker"
    PRE_TECHNICIAN = "pre-technician", "预备技师", "pre-technician"
    TECHNICIAN = "technician", "技师", "technician"
