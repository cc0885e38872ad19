"""Which jobs overlap on the record, and how they should stand (Art. 21)."""

from datetime import date

from gongtu.engines.entitlement.declare import Form, RecordKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy

ART_21 = article(21)
POLICY = Policy.beside(__file__)
OPEN = "留空的，按登记不变。"
FIRST_DAY_AFTER = "不再在那里工作的第一天；留空的，按登记不变。"


class Question(Form):
    """Which two jobs; what is on record of them is shown, not asked."""

    overlap = ask(RecordKey, "时间重叠的两份工作", choose="overlap")
    told = ask(Text, "情况说明", hint="知道哪个日期有误的，写明应当是哪天。", optional=True)


class Right(Form):
    """The days as they should be, and by which proof."""

    earlier_since = ask(date, "先开始的工作：应当的起始日期", hint=OPEN, optional=True)
    earlier_until = ask(date, "先开始的工作：应当的终止日期", hint=FIRST_DAY_AFTER, optional=True)
    later_since = ask(date, "后开始的工作：应当的起始日期", hint=OPEN, optional=True)
    later_until = ask(date, "后开始的工作：应当的终止日期", hint=FIRST_DAY_AFTER, optional=True)
    proof = ask(Text, "更正所依据的证明", hint="例如劳动合同、解除证明、社会保险缴费记录。")
