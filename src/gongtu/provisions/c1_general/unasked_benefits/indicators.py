"""What the city can see of benefits offered unasked (Art. 4)."""

from gongtu.engines.casework.measures import NEARLY_ALL
from gongtu.engines.indicators.declare import Indicator, Span, Wish
from gongtu.law import article
from gongtu.registers.offers.measures import (
    days_to_pay,
    offers_made,
    offers_paid,
    offers_taken,
)

BASIS = article(4, 2)
NORM = ("policy-measures-carried-out",)

INDICATORS = (
    Indicator(
        key="unasked-offers-made",
        title="主动告知待遇件数",
        unit="件",
        basis=(BASIS,),
        fulfils=NORM,
        measure=offers_made(),
        span=Span.QUARTER,
        people=True,
        wish=Wish.UP,
    ),
    Indicator(
        key="unasked-offers-taken",
        title="告知后领取件数",
        unit="件",
        basis=(BASIS,),
        fulfils=NORM,
        measure=offers_taken(),
        span=Span.QUARTER,
        people=True,
        wish=Wish.UP,
    ),
    Indicator(
        key="unasked-money-paid",
        title="告知后发放金额",
        unit="元",
        basis=(BASIS,),
        fulfils=NORM,
        measure=offers_paid(),
        span=Span.QUARTER,
        money=True,
        wish=Wish.UP,
    ),
    Indicator(
        key="unasked-days-to-pay",
        title="确认到发放天数（中位数）",
        unit="日",
        basis=(BASIS,),
        fulfils=NORM,
        measure=days_to_pay(),
        span=Span.QUARTER,
        wish=Wish.DOWN,
        note="等待申请人补正的时间不计。",
    ),
    Indicator(
        key="unasked-days-to-pay-nearly-all",
        title="确认到发放天数（九成以内）",
        unit="日",
        basis=(BASIS,),
        fulfils=NORM,
        measure=days_to_pay(NEARLY_ALL),
        span=Span.QUARTER,
        wish=Wish.DOWN,
        note="等待申请人补正的时间不计。",
    ),
)
