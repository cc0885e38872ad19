"""What an enterprise draws, uses and does for the training of its workers (Art. 15)."""

from decimal import Decimal
from functools import partial

from gongtu.engines.entitlement.declare import TODAY, parameter, reaches
from gongtu.engines.entitlement.duties.declare import Condition, Duty
from gongtu.law import article
from gongtu.parties.choices import Size
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy import Policy
from gongtu.registers.employers.facts import Enterprise, LastFigures, ThisYear
from gongtu.registers.employers.known import enterprise_past

OWN, OTHERS = article(15, 1), article(15, 2)

POLICY = Policy.beside(__file__)

drawn_enough = reaches(LastFigures.fund_drawn, LastFigures.wages, parameter("drawn_least", Decimal))
front_line_enough = reaches(
    LastFigures.frontline_used, LastFigures.fund_used, parameter("front_line_least", Decimal)
)

DRAWN = Condition(
    "上一年度提取的经费达到工资总额的规定比例",
    OWN,
    drawn_enough,
    "drawn-enough",
    "补足后，在年度填报中更正。",
)
FRONT_LINE = Condition(
    "上一年度用于一线职工的经费达到规定比例",
    OWN,
    front_line_enough,
    "front-line-share",
)
TOLD = Condition(
    "本年度已向职工代表大会报告使用情况",
    OWN,
    ThisYear.fund_told_on <= TODAY,
    "told-congress",
    "报告后，在年度填报中填写日期。",
)
PLANNED = Condition(
    "本年度已制定教育培训计划",
    OWN,
    ThisYear.plan_made_on <= TODAY,
    "plan-made",
    "制定后，在年度填报中填写日期。",
)
REPORTED = Condition(
    "上一年度的社会责任报告已发布，并写明培训情况",
    OWN,
    LastFigures.report_published_on <= TODAY,
    "report-out",
)
LARGE = Condition("行业龙头企业、大型企业", OTHERS, Enterprise.size.is_(Size.LARGE), "large")

duty = partial(Duty, bearer=ENTERPRISE, past=enterprise_past, policy=POLICY)

DUTIES = (
    duty(
        key="education-fund-drawn",
        title="足额提取职工教育经费",
        basis=(OWN,),
        fulfils=("education-fund-drawn",),
        met=(DRAWN,),
    ),
    duty(
        key="education-fund-for-front-line",
        title="职工教育经费主要用于一线职工",
        basis=(OWN,),
        fulfils=("education-fund-used",),
        met=(FRONT_LINE,),
    ),
    duty(
        key="education-fund-told",
        title="向职工代表大会报告职工教育经费的使用情况",
        basis=(OWN,),
        fulfils=("education-fund-used",),
        met=(TOLD,),
    ),
    duty(
        key="training-plan-made",
        title="制定教育培训计划",
        basis=(OWN,),
        fulfils=("training-plan",),
        met=(PLANNED,),
    ),
    duty(
        key="workers-trained",
        title="组织产业工人参加职业技能培训",
        basis=(OWN,),
        fulfils=(
            "enterprise-training-responsibility",
            "enterprise-trains-workers",
        ),
    ),
    duty(
        key="training-reported",
        title="在社会责任报告中写明职业教育培训情况",
        basis=(OWN,),
        fulfils=("training-in-responsibility-report",),
        met=(REPORTED,),
    ),
    duty(
        key="smaller-enterprises-trained",
        title="面向中小企业开展职业技能培训，向社会开放培训资源",
        basis=(OTHERS,),
        fulfils=(
            "training-for-smaller-enterprises",
            "training-resources-opened",
        ),
        binds=(LARGE,),
    ),
)
