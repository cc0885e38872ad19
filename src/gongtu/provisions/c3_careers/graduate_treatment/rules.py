"""Which graduates are to be treated as graduates of a college or a university (Art. 25)."""

from gongtu.engines.entitlement.declare import Benefit, Condition
from gongtu.law import article
from gongtu.parties.roles import WORKER
from gongtu.policy import Policy
from gongtu.provisions.c3_careers.graduate_treatment.records import subjects
from gongtu.registers.education.choices import Qualified, SchoolKind
from gongtu.registers.education.facts import Degree
from gongtu.registers.skills.facts import Holder

ART_25 = article(25, 1)

qualified = Degree.qualified.among(Qualified.SENIOR, Qualified.PRE_TECHNICIAN, Qualified.TECHNICIAN)

CONDITIONS = (
    Condition(
        "就读于高级技工学校或者技师学院",
        ART_25,
        Degree.school_kind.among(SchoolKind.SENIOR_TECHNICAL, SchoolKind.TECHNICIAN_COLLEGE),
        "school-in-scope",
    ),
    Condition("全日制", ART_25, Degree.full_time, "full-time"),
    Condition("已经毕业", ART_25, Degree.graduated, "graduated", "毕业并经学校报送登记后即符合。"),
    Condition(
        "取得高级工、预备技师以上职业资格或者职业技能等级",
        ART_25,
        qualified | Holder.senior_or_above,
        "qualified",
        "取得高级工以上职业技能等级证书后即符合。",
    ),
)

BENEFIT = Benefit(
    key="graduate-treatment",
    title="技工院校毕业生享受大专、本科毕业生待遇",
    basis=(ART_25,),
    fulfils=("graduate-treatment",),
    beneficiary=WORKER,
    conditions=CONDITIONS,
    gives="应征入伍、公务员招考、专业技术职称评审、执业资格考试、企业事业单位招聘、“三支一扶”招募、"
    "就业创业扶持七个方面，高级工享受大专、预备技师享受本科毕业生相关待遇",
    subjects=subjects,
    per="degree",
    policy=Policy.beside(__file__),
)
