"""Which awards of contests are a basis for promotion in grade (Art. 29, paragraph 3).

The platform says that an award counts; whether somebody is promoted is decided by people, the
enterprise and the assessor, and by no rule.
"""

from gongtu.engines.entitlement.declare import Benefit, Condition, parameter
from gongtu.law import article
from gongtu.parties.roles import WORKER
from gongtu.policy import Policy
from gongtu.provisions.c4_incentives.contest_award_promotion.records import subjects
from gongtu.registers.honours.facts import Award

ART_29 = article(29, 3)
POLICY = Policy.beside(__file__)

CONDITIONS = (
    Condition("获奖登记在册，未被撤销", ART_29, Award.standing, "standing"),
    Condition(
        "名次在规定的晋升名次以内",
        ART_29,
        Award.rank <= parameter("promoting_rank", row=Award.level, on=Award.awarded_on),
        "rank-in-scope",
    ),
)

BENEFIT = Benefit(
    key="contest-award-promotion",
    title="竞赛获奖作为技能等级晋升的依据",
    basis=(ART_29,),
    fulfils=("contest-awards-count",),
    beneficiary=WORKER,
    conditions=CONDITIONS,
    gives="企业应当将这次获奖作为激励奖励、职业技能等级晋升的重要依据；是否晋升、晋升哪一级，"
    "由企业和评价机构依照规定决定",
    subjects=subjects,
    per="award",
    policy=POLICY,
)
