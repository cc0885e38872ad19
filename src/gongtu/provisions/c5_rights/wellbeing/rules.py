"""What an enterprise does for its workers' rest and health (Art. 37)."""

from functools import partial

from gongtu.engines.entitlement.duties.declare import Duty
from gongtu.law import article
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy import Policy
from gongtu.registers.employers.known import enterprise_past

REST, MIND, SPORT = article(37, 1), article(37, 2), article(37, 3)

POLICY = Policy.beside(__file__)

duty = partial(Duty, bearer=ENTERPRISE, past=enterprise_past, policy=POLICY)

DUTIES = (
    duty(
        key="culture-and-sport-supported",
        title="支持工会组织的文化、体育活动",
        basis=(SPORT,),
        fulfils=("culture-and-sport-supported",),
    ),
    duty(
        key="mental-health-station",
        title="有条件的，设立职工心理健康服务站点并提供服务",
        basis=(MIND,),
        fulfils=(
            "mental-health-stations",
            "mental-health-services",
        ),
    ),
    duty(
        key="recuperation-from-welfare",
        title="疗养休养经费从职工福利费列支",
        basis=(REST,),
        fulfils=("recuperation-from-welfare-fund",),
    ),
    duty(
        key="recuperation-organised",
        title="组织疗养休养",
        basis=(REST,),
        fulfils=("recuperation",),
    ),
)
