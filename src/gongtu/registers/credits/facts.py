"""What rules may ask of a certificate that is offered to a school, and of a transcript."""

from decimal import Decimal

from gongtu.engines.entitlement.declare import Facts, Text, fact

LEDGER, RULES = "学分银行台账", "学校公布的学分转化规则"


class Convertible(Facts):
    """What is offered, what the school's rules bring for it, and whether it counts already."""

    title = fact(str, "据以转化的证书或者培训", source=LEDGER)
    sound = fact(bool, "证书有效，或者培训已经结业", source=LEDGER)
    ruled = fact(bool, "学校有对应的转化规则", source=RULES)
    lines = fact(Text, "按规则可以计入的课程和学分", source=RULES)
    credits = fact(Decimal, "按规则可以计入的学分", unit="学分", source=RULES)
    used = fact(bool, "已经转化过学分", source=LEDGER)
    used_at = fact(str, "已转化的学分用在何处", source=LEDGER)
    repeated = fact(bool, "成绩单上已有其中的课程", source=LEDGER)
    room = fact(Decimal, "该专业还可以转化的学分", unit="学分", source=RULES)
    fits = fact(bool, "不超过转化上限", source=RULES)


class Studied(Facts):
    """How far a transcript is."""

    needed = fact(Decimal, "毕业所需学分", unit="学分", source=RULES)
    earned = fact(Decimal, "已取得学分", unit="学分", source=LEDGER)
    converted = fact(Decimal, "其中由证书和培训转化", unit="学分", source=LEDGER)
    complete = fact(bool, "学分达到毕业要求", source=LEDGER)
    conferred = fact(bool, "学业证书已经颁发", source=LEDGER)
