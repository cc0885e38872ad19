"""The sides that are compared, and what a row gives to who stands on its rung."""

from gongtu.base.bilingual import Bilingual


class Side(Bilingual):
    """Of what kind a rung is."""

    GRADE = "grade", "技能等级", "skill grade"
    TITLE = "title", "职称", "professional title"
    EDUCATION = "education", "学历", "education"
    CLASS = "class", "技工院校班", "class of a technical school"
    QUALIFICATION = "qualification", "职业资格", "vocational qualification"
    HONOUR = "honour", "荣誉称号", "title of honour"
    POST = "post", "岗位", "post"


class Gives(Bilingual):
    """What a row gives; only what one is treated as needs no decision by anybody."""

    MAY_APPLY = "may-apply", "可以申报", "may apply for"
    TREATED_AS = "treated-as", "比照享受待遇", "is treated as"
    COUNTS = "counts-towards", "可以折算", "may count towards"


class Post(Bilingual):
    """Posts of an enterprise that rows compare with."""

    SENIOR_MANAGEMENT = (
        "senior-management",
        "本单位高级管理人员",
        "senior manager of the enterprise",
    )


class Outcome(Bilingual):
    """How an application under a row was decided."""

    GRANTED = "granted", "准予", "granted"
    DECLINED = "declined", "不予", "declined"
