"""What the law owes to who contributed much to a result put to use (Art. 32)."""

from decimal import Decimal

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import Benefit, Condition, parameter
from gongtu.law import article
from gongtu.parties.roles import WORKER
from gongtu.policy import Policy
from gongtu.provisions.c4_incentives.result_reward.records import subjects
from gongtu.registers.innovation.choices import Way
from gongtu.registers.innovation.facts import Reward

ART_32 = article(32, 2)
FUND = "enterprise-fund"
POLICY = Policy.beside(__file__)

soon_enough = Reward.turn <= parameter("own_use_years", on=Reward.ends_on)

CONDITIONS = (
    Condition(
        "没有约定，企业也没有规定奖励的方式和数额",
        ART_32,
        ~Reward.agreed,
        "not-agreed",
        "有约定或者规定的，按约定或者规定给予。",
    ),
    Condition("该年度有净收入、股份或者营业利润", ART_32, Reward.part > Yuan(0), "gained"),
    Condition(
        "自行实施的，在投产后的法定年限以内",
        ART_32,
        Reward.way.is_not(Way.OWN_USE) | soon_enough,
        "soon-enough",
        "法律规定连续三至五年；第四年、第五年是否继续，由企业与完成人商定。",
    ),
    Condition("该年度的奖励尚未支付", ART_32, ~Reward.paid, "unpaid"),
)
AMOUNT = Reward.part.percent(parameter("share", Decimal, row=Reward.way, on=Reward.ends_on))

BENEFIT = Benefit(
    key="result-reward",
    title="职务科技成果转化奖励",
    basis=(ART_32,),
    fulfils=("transformation-reward",),
    beneficiary=WORKER,
    fund=FUND,
    conditions=CONDITIONS,
    amount=AMOUNT,
    subjects=subjects,
    per="reward",
    policy=POLICY,
)
