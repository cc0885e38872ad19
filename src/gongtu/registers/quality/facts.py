"""What rules may ask of a check and of a plan."""

from gongtu.engines.entitlement.declare import Facts, fact

RECORD = "评价质量监督记录"


class Check(Facts):
    """How far a check is, and whether the body was heard."""

    officers = fact(int, "已签名的检查人员人数", unit="人", source=RECORD)
    findings = fact(int, "查明的问题项数", unit="项", source=RECORD)
    unanswered = fact(int, "评价机构尚未答复的问题项数", unit="项", source=RECORD)
    contested = fact(int, "尚未核实的异议项数", unit="项", source=RECORD)
    standing = fact(int, "成立的问题项数", unit="项", source=RECORD)
    answer_over = fact(bool, "答复期限已经届满", source=RECORD)
    hearing_over = fact(bool, "陈述、申辩期限已经届满", source=RECORD)
    on_withdrawal = fact(bool, "就撤销备案听取了意见", source=RECORD)
    correction_over = fact(bool, "改正期限已经届满", source=RECORD)


class Planned(Facts):
    """What a year's plan holds."""

    bodies = fact(int, "已列入计划的机构数", unit="家", source=RECORD)
    drawn = fact(bool, "已经随机抽取", source=RECORD)
