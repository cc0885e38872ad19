"""Rules for those who have or raise a skill, and for those who train them."""

from bench.entitlements import needs as n
from bench.entitlements.declaring import AT_ONCE, rule
from bench.entitlements.facts import (
    Assessed,
    Drawn,
    Employer,
    Honour,
    Insured,
    Latest,
    Person,
    Residence,
)
from bench.entitlements.needs import Need, either, money, rate
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import greater_of, lesser_of, parameter
from gongtu.registers.skills.choices import Grade

in_demand_more = either(n.in_demand, n.at_issue.percent(rate("demand_rate")), n.at_issue)
upgrade = lesser_of(
    in_demand_more.percent(n.district_rate), money("yearly_ceiling") - Drawn.paid_this_year
)

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
            n.district_rate
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
