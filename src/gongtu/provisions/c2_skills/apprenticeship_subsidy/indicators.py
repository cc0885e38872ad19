"""What the city can see of the apprenticeship subsidy (Art. 14)."""

from gongtu.engines.casework.measures import ended_in
from gongtu.engines.indicators.declare import Indicator, Span, Wish
from gongtu.law import article

BASIS = article(14)

INDICATORS = (
    Indicator(
        key="apprenticeship-subsidies-paid",
        title="学徒培训补贴发放件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("apprenticeship-subsidy",),
        measure=ended_in("apprenticeship-subsidy", "paid"),
        span=Span.QUARTER,
        wish=Wish.UP,
    ),
)
