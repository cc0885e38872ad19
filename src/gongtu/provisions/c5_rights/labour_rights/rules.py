"""What an enterprise owes its workers' pay, rest, safety and insurance (Art. 36)."""

from functools import partial

from gongtu.engines.entitlement.duties.declare import Duty
from gongtu.law import article
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy import Policy
from gongtu.registers.employers.known import enterprise_past

RIGHTS, WAGES, TRANSFER = article(36, 1), article(36, 2), article(36, 3)

POLICY = Policy.beside(__file__)

duty = partial(Duty, bearer=ENTERPRISE, past=enterprise_past, policy=POLICY)

DUTIES = (
    duty(
        key="labour-standards-kept",
        title="保障平等就业、劳动报酬、休息休假、劳动安全卫生、社会保险和福利",
        basis=(RIGHTS,),
        fulfils=(
            "equal-employment",
            "remuneration",
            "rest-and-leave",
            "safety-and-health-at-work",
            "social-insurance-and-welfare",
        ),
    ),
    duty(
        key="wages-grow",
        title="建立正常的工资增长机制，随效益增长增加工资",
        basis=(WAGES,),
        fulfils=(
            "wage-growth-mechanism",
            "wages-rise-with-results",
        ),
    ),
    duty(
        key="insurance-carried-over",
        title="职工需要时，依法办理社会保险关系转移接续",
        basis=(TRANSFER,),
        fulfils=("insurance-transfer",),
    ),
    duty(
        key="annuity-and-mutual-aid",
        title="建立企业年金、补充保险，组织参加职工互助保障",
        basis=(WAGES,),
        fulfils=(
            "enterprise-annuity",
            "supplementary-insurance",
            "mutual-aid",
        ),
    ),
)
