"""The seven purposes that article 25 lists, and as what a graduate is treated."""

from gongtu.base.bilingual import Bilingual

# The kind of credential that states a treatment.
STATEMENT = "treatment-statement"


class Purpose(Bilingual):
    """In the order of the article."""

    ENLISTMENT = "enlistment", "应征入伍", "enlistment"
    CIVIL_SERVICE = "civil-service", "参加公务员招考", "civil-service examinations"
    TITLE = "title", "专业技术职称评审", "review for professional titles"
    PRACTICE = "practice", "执业资格考试", "examinations for practice"
    RECRUITMENT = (
        "recruitment",
        "企业事业单位招聘",
        "recruitment by enterprises and public institutions",
    )
    THREE_SUPPORTS = (
        "three-supports",
        "“三支一扶”招募",
        "the “three supports and one aid” programme",
    )
    EMPLOYMENT = "employment", "就业创业扶持", "support for employment and business"


class Treated(Bilingual):
    """高级工 as the first, 预备技师 as the second."""

    COLLEGE = "college", "大专毕业生", "a graduate of a junior college"
    BACHELOR = "bachelor", "本科毕业生", "a university graduate"
