"""What rules may ask of grades that count in an enterprise, and of an agreement to be concluded."""

from datetime import date

from gongtu.engines.entitlement.declare import Facts, fact
from gongtu.registers.skills.choices import Grade

AGREEMENTS = "技能等级互认协议登记"
FILINGS = "评价机构备案"


class Recognition(Facts, of="recognition"):
    """One certificate of another enterprise that counts in this one by agreement."""

    number = fact(str, "被认可的证书编号", source=AGREEMENTS)
    enterprise = fact(str, "认可单位", source=AGREEMENTS)
    issuer = fact(str, "原发证单位", source=AGREEMENTS)
    occupation = fact(str, "被认可的职业（工种）", source=AGREEMENTS)
    grade = fact(Grade, "被认可的等级", source=AGREEMENTS)
    recognised_on = fact(date, "认可起始日期", source=AGREEMENTS)


class Counting(Facts):
    """The highest grade that counts in an enterprise, by its own certificate or by agreement."""

    grade = fact(Grade, "在本单位计入的最高等级", source=AGREEMENTS)
    since = fact(date, "该等级在本单位计入的起始日期", source=AGREEMENTS)
    recognised = fact(bool, "该等级按互认协议计入", source=AGREEMENTS)


class Assessed(Facts):
    """Whether what an agreement would recognise may be assessed at all."""

    by_a_party = fact(bool, "范围内的职业和等级至少一方有有效的评价备案", source=FILINGS)
