"""What the city can see of the grants for training platforms (Art. 12)."""

from gongtu.engines.casework.measures import ended_in
from gongtu.engines.indicators.declare import Indicator, Span, Wish
from gongtu.law import article

INDICATORS = (
    Indicator(
        key="training-platform-grants-paid",
        title="技能人才培养平台补助发放件数",
        unit="件",
        basis=(article(12),),
        fulfils=("platform-grants",),
        measure=ended_in("training-platform-grant", "paid"),
        span=Span.QUARTER,
        wish=Wish.UP,
    ),
)
