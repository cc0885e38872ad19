"""What the city can see of the skill upgrade subsidy (Art. 16)."""

from gongtu.engines.casework.measures import ended_in, overdue
from gongtu.engines.indicators.declare import Indicator, Span, Wish
from gongtu.law import article

BASIS = article(16)

INDICATORS = (
    Indicator(
        key="skill-upgrade-subsidies-paid",
        title="技能提升补贴发放件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("skill-upgrade-subsidy",),
        measure=ended_in("skill-upgrade-subsidy", "paid"),
        span=Span.QUARTER,
        people=True,
        wish=Wish.UP,
    ),
    Indicator(
        key="skill-upgrade-claims-overdue",
        title="技能提升补贴在办逾期件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("skill-upgrade-subsidy",),
        measure=overdue("skill-upgrade-subsidy"),
        level=True,
        wish=Wish.DOWN,
        note="期限待核的，不计逾期。",
    ),
)
