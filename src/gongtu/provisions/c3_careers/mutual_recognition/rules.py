"""What two enterprises agree on, and what must hold before they do (Art. 22)."""

from datetime import date

from gongtu.engines.entitlement.declare import (
    SMALL,
    TODAY,
    Condition,
    Form,
    OrganisationKey,
    Text,
    ask,
)
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.recognition.facts import Assessed

ART_22 = article(22, 1)
POLICY = Policy.beside(__file__)


class Proposal(Form):
    """With whom, of which grades, from when up to when, and how an end is told."""

    partner = ask(OrganisationKey, "协议对方企业", choose="enterprise")
    scope = ask(Text, "互认范围", hint="每行写职业代码、最低等级、最高等级。")
    since = ask(date, "生效日期", hint="对方在此以后接受的，自接受之日起生效。")
    until = ask(date, "期满日期")
    notice_days = ask(int, "提前终止须提前通知的日数", unit="日", most=SMALL)


NOT_OVER = Condition(
    "协议期限尚未届满", ART_22, TODAY < Proposal.until, "not-over", "请重新商定期限后再发起。"
)
ASSESSED = Condition(
    "范围内的职业和等级，至少一方有有效的评价备案",
    ART_22,
    Assessed.by_a_party,
    "assessed-by-a-party",
    "互认的是企业按照规定颁发的等级；请先办理自主评价备案，或者缩小范围。",
)
TERM_OVER = Condition("协议期限已经届满", ART_22, TODAY >= Proposal.until, "term-over")
