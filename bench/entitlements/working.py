"""Rules for work and for want of it, for titles, honours, insurance and hardship."""

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
    Status,
)
from bench.entitlements.needs import Need, either, money, rate
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import lesser_of, parameter
from gongtu.registers.skills.choices import Grade

rule(
    "technician-apprentice",
    "技师学徒培养补贴",
    14,
    money("technician_apprentice").percent(n.district_rate),
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
    n.at_issue.percent(rate("veteran_rate"))
    + either(n.older("veteran_age"), money("veteran_older"), n.NOTHING),
    Need("veteran", "退役军人", Person.veteran),
    n.RECENT,
    n.at_least("rank_intermediate"),
    n.UNDER_YEARLY_CAP,
    n.REGISTERED,
)
