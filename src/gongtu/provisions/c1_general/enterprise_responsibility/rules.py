"""What is asked of every enterprise, and of state-owned ones besides (Arts. 3, 6 and 33)."""

from gongtu.engines.entitlement.duties.declare import Condition, Duty
from gongtu.law import article
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy import Policy
from gongtu.registers.employers.facts import Enterprise
from gongtu.registers.employers.known import enterprise_past

ART_3, ART_6, SOE, ART_33 = article(3), article(6, 1), article(6, 2), article(33)
POLICY = Policy.beside(__file__)

DUTIES = (
    Duty(
        key="main-responsibility",
        title="落实培养产业工人的主体责任",
        basis=(ART_6, ART_3),
        fulfils=(
            "enterprise-main-responsibility",
            "enterprise-promotes-skills-and-careers",
            "enterprise-as-main-body",
            "worker-growth",
            "workers-as-main-force",
            "workers-as-masters",
            "workforce-of-quality",
        ),
        bearer=ENTERPRISE,
        past=enterprise_past,
        policy=POLICY,
    ),
    Duty(
        key="labour-rights-secured",
        title="保障产业工人的劳动权益",
        basis=(ART_6, ART_33),
        fulfils=(
            "enterprise-secures-labour-rights",
            "lawful-protection-of-rights",
            "sense-of-gain",
        ),
        bearer=ENTERPRISE,
        past=enterprise_past,
        policy=POLICY,
    ),
    Duty(
        key="soe-demonstration",
        title="发挥国有企业的示范带动作用",
        basis=(SOE,),
        fulfils=("soe-demonstration",),
        bearer=ENTERPRISE,
        binds=(Condition("国有企业", SOE, Enterprise.state_owned, "state-owned"),),
        past=enterprise_past,
        policy=POLICY,
    ),
    Duty(
        key="reform-reported",
        title="在社会责任报告、可持续发展报告中写明队伍建设改革情况",
        basis=(ART_6,),
        fulfils=("reform-in-responsibility-report",),
        bearer=ENTERPRISE,
        past=enterprise_past,
        policy=POLICY,
    ),
)
