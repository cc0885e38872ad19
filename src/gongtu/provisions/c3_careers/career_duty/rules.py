"""What an enterprise does for its workers' careers (Arts. 19 to 22, 24 and 25)."""

from functools import partial

from gongtu.engines.entitlement.duties.declare import Duty
from gongtu.law import article
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy import Policy
from gongtu.registers.employers.known import enterprise_past

PLANS, STANDARDS, TOP = article(19, 2), article(20, 3), article(21, 2)
RECOGNITION, TRACKS = article(22, 1), article(24, 1)
GRADUATES, EQUAL = article(25, 1), article(25, 2)

POLICY = Policy.beside(__file__)

duty = partial(Duty, bearer=ENTERPRISE, past=enterprise_past, policy=POLICY)

DUTIES = (
    duty(
        key="graduates-treated",
        title="高级工班、预备技师班毕业生享受大专、本科待遇",
        basis=(GRADUATES,),
        fulfils=("graduate-treatment",),
    ),
    duty(
        key="career-planned",
        title="制定技能人才规划和职业生涯指导计划，拓宽发展通道",
        basis=(PLANS,),
        fulfils=(
            "skilled-staff-plan",
            "career-guides",
            "career-paths-widened",
        ),
    ),
    duty(
        key="standards-joined",
        title="参与制定职业标准和评价规范",
        basis=(STANDARDS,),
        fulfils=("standards-participation",),
    ),
    duty(
        key="top-technicians-appointed",
        title="评聘特级技师、首席技师",
        basis=(TOP,),
        fulfils=("top-technician-appointment",),
    ),
    duty(
        key="grades-recognised",
        title="职业技能等级在企业间互认",
        basis=(RECOGNITION,),
        fulfils=("mutual-recognition-of-grades",),
    ),
    duty(
        key="career-tracks-joined",
        title="贯通专业技术、经营管理、技能三类岗位",
        basis=(TRACKS,),
        fulfils=("career-tracks-joined",),
    ),
    duty(
        key="skilled-staff-equal",
        title="高技能人才与专业技术人员同等待遇",
        basis=(EQUAL,),
        fulfils=("equal-treatment-of-skilled-staff",),
    ),
)
