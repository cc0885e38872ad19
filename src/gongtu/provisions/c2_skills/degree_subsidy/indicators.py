"""What the city can see of the subsidy for raised degrees (Art. 16)."""

from gongtu.engines.casework.measures import ended_in, overdue
from gongtu.engines.indicators.declare import Indicator, Span, Wish
from gongtu.law import article

BASIS = article(16)

INDICATORS = (
    Indicator(
        key="degree-subsidies-paid",
        title="学历提升补贴发放件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("degree-upgrade-subsidy",),
        measure=ended_in("degree-subsidy", "paid"),
        span=Span.QUARTER,
        people=True,
        wish=Wish.UP,
    ),
    Indicator(
        key="degree-claims-overdue",
        title="学历提升补贴在办逾期件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("degree-upgrade-subsidy",),
        measure=overdue("degree-subsidy"),
        level=True,
        wish=Wish.DOWN,
        note="期限待核的，不计逾期。",
    ),
)
