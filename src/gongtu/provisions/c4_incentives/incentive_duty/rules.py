"""What an enterprise does to reward skill, contests and craft (Arts. 28 to 30 and 32)."""

from functools import partial

from gongtu.engines.entitlement.duties.declare import Duty
from gongtu.law import article
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy import Policy
from gongtu.registers.employers.known import enterprise_past

PAY, OWN_CONTESTS, CONTESTS = article(28, 2), article(29, 2), article(29, 3)
CRAFT, INNOVATION, RESULTS = article(30), article(32, 1), article(32, 2)

POLICY = Policy.beside(__file__)

duty = partial(Duty, bearer=ENTERPRISE, past=enterprise_past, policy=POLICY)

DUTIES = (
    duty(
        key="contests-made-easy",
        title="为参加竞赛提供便利条件",
        basis=(CONTESTS,),
        fulfils=("contest-convenience",),
    ),
    duty(
        key="contest-awards-counted",
        title="竞赛获奖作为激励和等级晋升的重要依据",
        basis=(CONTESTS,),
        fulfils=("contest-awards-count",),
    ),
    duty(
        key="contests-held",
        title="举办劳动竞赛、技能比武",
        basis=(OWN_CONTESTS,),
        fulfils=("enterprise-contests",),
    ),
    duty(
        key="skill-paid",
        title="建立技术工人津贴，对高技能人才实行年薪、协议工资和中长期激励",
        basis=(PAY,),
        fulfils=(
            "technical-worker-allowance",
            "annual-salary",
            "agreed-wage",
            "long-term-incentives",
        ),
    ),
    duty(
        key="craftsmen-trained",
        title="建立工匠培育制度，支持参加选拔",
        basis=(CRAFT,),
        fulfils=(
            "craftsman-training-by-enterprises",
            "craftsman-selection-participation",
        ),
    ),
    duty(
        key="innovation-rewarded",
        title="以股权、分红、命名、表彰激励创新创造",
        basis=(INNOVATION,),
        fulfils=(
            "innovation-shares",
            "innovation-naming-and-commendation",
        ),
    ),
    duty(
        key="results-rewarded",
        title="职务科技成果转化后，奖励作出重要贡献的人员",
        basis=(RESULTS,),
        fulfils=("transformation-reward",),
    ),
)
