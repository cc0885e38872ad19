"""The forty rules. Synthetic: none is the law of any place; only their weight is realistic."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from bench.entitlements import needs as n
from bench.entitlements.facts import (
    Assessed,
    Drawn,
    Employer,
    Honour,
    Insured,
    Latest,
    Person,
    Residence,
    Status,
)
from bench.entitlements.needs import Need, either, money, rate
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import (
    Benefit,
    Condition,
    Subject,
    greater_of,
    lesser_of,
    parameter,
)
from gongtu.engines.entitlement.expressions import Expr
from gongtu.law import article
from gongtu.parties.roles import WORKER
from gongtu.policy import Policy
from gongtu.registers.skills.choices import Grade

ON = date(2026, 4, 2)
POLICY = Policy("bench/entitlements", Path(__file__).with_name("parameters.yaml"))
RULES: list[Benefit] = []


def rule(key: str, title: str, number: int, amount: Expr[Yuan] | str, *needs: Need) -> None:
    """One benefit; `amount` in words where it is no money."""
    paid = amount if isinstance(amount, Expr) else None
    RULES.append(
        Benefit(
            key=key,
            title=title,
            basis=(article(number),),
            fulfils=(),
            beneficiary=WORKER,
            fund="" if paid is None else "city-budget",
            gives=amount if isinstance(amount, str) else "",
            conditions=tuple(Condition(a.says, article(number), a.holds, a.key) for a in needs),
            amount=paid,
            subjects=_nobody,
            per="person",
            policy=POLICY,
        )
    )


def _nobody(_beneficiary: str, _on: date) -> list[Subject]:
    return []


at_issue = parameter("upgrade_amount", Yuan, row=Latest.grade, on=Latest.issued_on)
in_demand_more = either(n.in_demand, at_issue.percent(rate("demand_rate")), at_issue)
district_rate = parameter("district_rate", Decimal, row=Person.district)
upgrade = lesser_of(
    in_demand_more.percent(district_rate), money("yearly_ceiling") - Drawn.paid_this_year
)
AT_ONCE = "直接认定"

for grade in list(Grade)[1:6]:
    rule(
        f"upgrade-{grade.value.replace('_', '-')}",
        f"技能提升补贴（{grade.label}）",
        16,
        upgrade,
        n.IN_LABOUR,
        Need(
            "insured-long",
            "累计参保达到该等级规定的月数",
            Insured.months >= parameter("upgrade_months", row=Latest.grade),
        ),
        Need("of-grade", f"证书为{grade.label}", Latest.held & Latest.grade.is_(grade)),
        n.RECENT,
        n.REGISTERED,
        Need(
            "assessed",
            "由企业或者社会评价机构评价",
            Latest.assessed.among(Assessed.ENTERPRISE, Assessed.SOCIAL),
        ),
        n.UNDER_YEARLY_CAP,
        n.NOT_RETIRING,
    )

rule(
    "special-ability",
    "专项职业能力补贴",
    23,
    either(n.in_demand, money("special_in_demand"), money("special_general")),
    Need("special", "专项能力证书", Latest.held & Latest.assessed.is_(Assessed.SPECIAL)),
    n.RECENT,
    n.INSURED,
    n.REGISTERED,
    n.UNDER_YEARLY_CAP,
    n.NOT_RETIRING,
)
rule(
    "degree",
    "学历提升补贴",
    16,
    parameter("degree_amount", Yuan, row=Person.degree),
    n.EMPLOYED,
    Need("graduated", "规定月数内毕业", n.within(Person.graduated_on, "degree_months")),
    Need("college", "大专以上学历", Person.degree_rank >= parameter("college_rank")),
    n.at_least("rank_intermediate"),
    n.insured_for("degree_insured"),
    n.SOUND,
)
rule(
    "skill-and-degree",
    "技能学历双提升奖励",
    16,
    either(
        Latest.best_rank >= parameter("rank_top"), money("double_high"), money("double_general")
    ),
    n.EMPLOYED,
    n.at_least("rank_senior"),
    Need("college", "大专以上学历", Person.degree_rank >= parameter("college_rank")),
    n.RECENT,
    Need("graduated", "规定月数内毕业", n.within(Person.graduated_on, "double_months")),
    Need("seldom-drawn", "累计申领未超过规定次数", Drawn.ever <= parameter("claims_ever")),
)

introduced = parameter("introduction_amount", Yuan, row=Latest.best)
for rank, grade in enumerate(list(Grade)[3:6], 4):
    exactly = (
        Latest.best_rank.is_(rank)
        if grade is not Grade.SENIOR_TECHNICIAN
        else (Latest.best_rank >= rank)
    )
    rule(
        f"introduction-{grade.value.replace('_', '-')}",
        f"高技能人才引进补贴（{grade.label}）",
        27,
        either(n.in_demand, introduced.percent(rate("introduction_rate")), introduced).percent(
            district_rate
        ),
        n.NEW_HERE,
        Need("held", "持有证书", Latest.held),
        Need("of-grade", f"最高等级为{grade.label}", exactly),
        Need("first-hired", "入职未满规定月数", n.within(Person.hired_on, "introduction_months")),
        n.insured_in_a_row("introduction_insured"),
        Need(
            "young-enough",
            "未满规定年龄",
            n.younger("introduction_age")
            | (
                (Latest.best_rank >= parameter("rank_special"))
                & n.younger("introduction_age_special")
            ),
        ),
        n.SOUND,
        n.EMPLOYED,
    )

post = parameter("post_amount", Yuan, row=Latest.best)
for rank, grade in enumerate(list(Grade)[3:8], 4):
    rule(
        f"post-{grade.value.replace('_', '-')}",
        f"高技能人才岗位津贴（{grade.label}）",
        28,
        lesser_of(post, greater_of(Person.wage.percent(rate("post_rate")), money("post_least"))),
        Need("of-grade", f"最高等级为{grade.label}", Latest.best_rank.is_(rank)),
        n.EMPLOYED,
        n.OWN_OCCUPATION,
        n.NOT_STATE,
        n.INSURED,
        Need("minimum-wage", "工资不低于最低工资", Person.wage >= money("minimum_wage")),
        n.SOUND,
        Need(
            "listed-industry",
            "所列产业",
            n.key_industry | Employer.industry.is_(11) | Employer.industry.is_(13),
        ),
    )

rule(
    "rent",
    "高技能人才租房补贴",
    27,
    parameter("rent_amount", Yuan, row=Latest.best),
    Need(
        "able",
        "高级技师以上，或者市级工匠、劳动模范",
        (Latest.best_rank >= parameter("rank_top")) | Honour.city | Honour.model,
    ),
    n.under("rent_age"),
    Need("from-elsewhere", "非本市户籍", Person.residence.is_not(Residence.LOCAL)),
    n.EMPLOYED,
    n.insured_in_a_row("rent_insured"),
    Need("wanted", "高新技术企业或者重点产业", Employer.high_tech | n.key_industry),
    Need(
        "modest-wage",
        "工资不高于社会平均工资的规定倍数",
        Person.wage <= money("average_wage") * parameter("rent_wages"),
    ),
)
rule(
    "talent-d",
    "列入高层次人才D类",
    27,
    AT_ONCE,
    Need(
        "able",
        "高级技师以上，或者区级工匠",
        (Latest.best_rank >= parameter("rank_top")) | Honour.district,
    ),
    n.EMPLOYED,
    n.insured_in_a_row("talent_insured"),
    n.under("talent_age"),
    n.SOUND,
)
rule(
    "talent-c",
    "列入高层次人才C类",
    27,
    AT_ONCE,
    Need(
        "able",
        "首席技师、省级工匠，或者竞赛获奖的技师",
        (Latest.best_rank >= parameter("rank_chief"))
        | Honour.province
        | (Honour.contest & (Latest.best_rank >= parameter("rank_technician"))),
    ),
    n.EMPLOYED,
    n.insured_in_a_row("talent_insured"),
    n.under("talent_age"),
    n.SOUND,
)
rule(
    "apprentice",
    "企业新型学徒培养补贴",
    14,
    either(
        Latest.best_rank <= parameter("rank_junior"),
        money("apprentice_junior"),
        money("apprentice_intermediate"),
    )
    + either(Employer.integrated, money("apprentice_integrated"), n.NOTHING),
    Need("filed", "企业已备案", Employer.apprentices),
    n.EMPLOYED,
    Need(
        "new-to-the-post",
        "入职未满规定月数或者转岗",
        n.within(Person.hired_on, "apprentice_months")
        | (Latest.occupation.is_not(Person.occupation) & Latest.held),
    ),
    n.ADULT,
    n.NOT_RETIRING,
    Need("low-grade", "等级低于技师", Latest.best_rank <= parameter("rank_senior")),
    n.INSURED,
)
rule(
    "technician-apprentice",
    "技师学徒培养补贴",
    14,
    money("technician_apprentice").percent(district_rate),
    Need("filed", "企业已备案", Employer.apprentices),
    n.EMPLOYED,
    Need("senior", "已是高级工", Latest.best_rank.is_(4)),
    Need("held-long", "取证满规定月数", n.passed(Latest.issued_on, "technician_wait")),
    n.insured_for("technician_insured"),
    Need("large", "企业达到规定规模", Employer.size >= parameter("technician_size")),
)
rule(
    "small-enterprise-training",
    "中小企业职工培训补贴",
    15,
    lesser_of(Person.wage.percent(rate("training_rate")), money("training_most")),
    n.SMALL,
    Need("funded", "教育经费提取达标", Employer.training >= parameter("training_share")),
    n.EMPLOYED,
    n.NOT_RETIRING,
    n.SOUND,
    n.FEW_LAID_OFF,
)
rule(
    "new-forms-training",
    "新就业形态培训补贴",
    23,
    either(Person.veteran, money("new_forms_veteran"), money("new_forms_general")),
    n.FLEXIBLE,
    n.ADULT,
    n.NOT_RETIRING,
    n.insured_for("new_forms_insured"),
    n.NOT_LATELY,
    Need("low-grade", "没有证书或者等级较低", Latest.best_rank <= parameter("rank_junior")),
)
rule(
    "unemployed-training",
    "失业人员培训补贴",
    18,
    either(n.hard_to_place, money("unemployed_hard"), money("unemployed_general")),
    n.UNEMPLOYED,
    n.ADULT,
    n.NOT_RETIRING,
    n.NOT_LATELY,
    Need("registered-long", "失业登记满规定月数", n.passed(Person.unemployed_since, "one_month")),
)
rule(
    "living",
    "培训生活费补贴",
    18,
    lesser_of(money("living_each") * Latest.this_year, money("living_most")),
    n.HARD_TO_PLACE,
    n.UNEMPLOYED,
    Need("trained", "年内取得证书", Latest.this_year >= 1),
    n.UNDER_YEARLY_CAP,
    Need("under-the-sum", "年度金额未达上限", Drawn.paid_this_year < money("living_ceiling")),
)
rule(
    "stable-jobs",
    "稳岗返还（个人部分）",
    26,
    either(
        n.small,
        Person.wage.percent(rate("stable_small")),
        Person.wage.percent(rate("stable_large")),
    )
    * parameter("stable_months"),
    n.EMPLOYED,
    n.SOUND,
    n.FEW_LAID_OFF,
    n.insured_in_a_row("stable_insured"),
)
rule(
    "technical-graduate",
    "技师学院毕业生待遇",
    25,
    AT_ONCE,
    n.OF_TECHNICAL_SCHOOL,
    n.at_least("rank_senior"),
    Need("graduated", "规定月数内毕业", n.within(Person.graduated_on, "graduate_months")),
    n.under("graduate_age"),
)
rule(
    "stay-here",
    "技工毕业生留青补贴",
    25,
    either(Person.degree_rank >= 4, money("stay_bachelor"), money("stay_general")).percent(
        rate("stay_rate")
    ),
    n.OF_TECHNICAL_SCHOOL,
    n.at_least("rank_senior"),
    Need("graduated", "规定月数内毕业", n.within(Person.graduated_on, "stay_months")),
    n.EMPLOYED,
    n.insured_in_a_row("stay_insured"),
    n.under("stay_age"),
)
rule(
    "title-assistant",
    "申报助理级职称",
    24,
    AT_ONCE,
    n.at_least("rank_senior"),
    Need("held-long", "取证满规定月数", n.passed(Latest.issued_on, "title_wait_assistant")),
    Need("no-title", "尚无职称", Person.title_rank.is_(0)),
    Need(
        "fitting",
        "职业一致或者由企业评价",
        n.own_occupation | Latest.assessed.is_(Assessed.ENTERPRISE),
    ),
    n.EMPLOYED,
)
rule(
    "title-medium",
    "申报中级职称",
    24,
    AT_ONCE,
    n.at_least("rank_technician"),
    Need("held-long", "取证满规定月数", n.passed(Latest.issued_on, "title_wait_medium")),
    Need("low-title", "低于中级", Person.title_rank <= 1),
    n.EMPLOYED,
    Need(
        "schooled",
        "学历或者年限达到要求",
        (Person.degree_rank >= 2) | (Insured.months >= parameter("title_months")),
    ),
)
rule(
    "title-deputy",
    "申报副高级职称",
    24,
    AT_ONCE,
    n.at_least("rank_top"),
    Need("held-long", "取证满规定月数", n.passed(Latest.issued_on, "title_wait_deputy")),
    Need("medium-title", "不高于中级", Person.title_rank <= 2),
    n.EMPLOYED,
    Need("schooled", "学历达到要求或者有荣誉", (Person.degree_rank >= 3) | n.honoured),
)
rule(
    "chief-technician",
    "首席技师聘任奖励",
    21,
    money("chief_amount"),
    Need("special", "特级技师", Latest.best_rank.is_(7)),
    Need("assesses", "企业自主评价", Employer.assesses),
    n.EMPLOYED,
    n.under("chief_age"),
    n.insured_for("chief_insured"),
    n.HONOURED,
)
rule(
    "special-technician",
    "特级技师聘任奖励",
    21,
    money("special_amount"),
    Need("top", "高级技师", Latest.best_rank.is_(6)),
    Need("assesses", "企业自主评价", Employer.assesses),
    n.EMPLOYED,
    Need("held-long", "取证满规定月数", n.passed(Latest.issued_on, "special_wait")),
    n.insured_for("chief_insured"),
)
rule(
    "craftsman",
    "工匠津贴",
    30,
    either(Honour.nation, money("craftsman_nation"), money("craftsman_general"))
    + either(Latest.best_rank >= parameter("rank_top"), money("craftsman_top"), n.NOTHING),
    Need("craftsman", "区级工匠或者国家级荣誉", Honour.district | Honour.nation),
    Need("working", "在职或者退休", n.employed | Person.status.is_(Status.RETIRED)),
    Need(
        "lawful",
        "企业无严重失信",
        Person.status.is_(Status.RETIRED) | (Employer.credit_rank <= parameter("lawful_credit")),
    ),
)
rule(
    "contest",
    "竞赛获奖晋级奖励",
    29,
    parameter("contest_amount", Yuan, row=Latest.best),
    Need("won", "竞赛获奖", Honour.contest),
    Need(
        "may-rise",
        "等级可以晋升",
        Latest.best.among(Grade.INTERMEDIATE, Grade.SENIOR, Grade.TECHNICIAN),
    ),
    n.EMPLOYED,
    Need("young-or-known", "未满规定年龄或者省级工匠", n.younger("contest_age") | Honour.province),
)
rule(
    "mutual-aid",
    "职工互助保障资助",
    36,
    either(Person.low_income & Person.disabled, money("mutual_both"), money("mutual_one")),
    n.EMPLOYED,
    Need("in-need", "低收入或者残疾", Person.low_income | Person.disabled),
    n.INSURED,
    Need("low-wage", "工资较低", Person.wage < money("minimum_wage") * parameter("mutual_wages")),
)
rule(
    "recuperation",
    "疗休养资格",
    37,
    money("recuperation_amount"),
    n.EMPLOYED,
    Need("long-at-work", "一线工龄达到要求", n.passed(Person.hired_on, "recuperation_months")),
    Need(
        "honoured-or-skilled",
        "有荣誉或者高级工以上",
        n.honoured | (Latest.best_rank >= parameter("rank_senior")),
    ),
    Need("not-lately", "近两年未享受", ~n.within(Drawn.last_on, "recuperation_interval")),
    n.SOUND,
)
rule(
    "transfer",
    "社会保险转移接续提示",
    36,
    "提示办理转移接续",
    n.EMPLOYED,
    Need(
        "interrupted",
        "曾经断缴",
        (Insured.months >= parameter("transfer_months"))
        & (Insured.in_a_row <= parameter("transfer_in_a_row")),
    ),
    Need("just-hired", "新近入职", n.within(Person.hired_on, "transfer_hired")),
)
rule(
    "hardship-insurance",
    "困难人员社保补贴",
    26,
    lesser_of(
        Person.wage.percent(rate("hardship_contribution")).percent(rate("hardship_share")),
        money("hardship_most"),
    ),
    Need(
        "hard", "就业困难或者低收入退役军人", n.hard_to_place | (Person.veteran & Person.low_income)
    ),
    n.FLEXIBLE,
    n.INSURED,
    n.NOT_RETIRING,
    Need("under-the-sum", "年度金额未达上限", Drawn.paid_this_year < money("hardship_ceiling")),
)
rule(
    "veteran",
    "退役军人技能补贴",
    16,
    at_issue.percent(rate("veteran_rate"))
    + either(n.older("veteran_age"), money("veteran_older"), n.NOTHING),
    Need("veteran", "退役军人", Person.veteran),
    n.RECENT,
    n.at_least("rank_intermediate"),
    n.UNDER_YEARLY_CAP,
    n.REGISTERED,
)
