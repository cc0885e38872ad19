"""What the city can see of diplomas by credits (Art. 24)."""

from gongtu.engines.casework.measures import ended_in
from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article

INDICATORS = (
    Indicator(
        key="diplomas-by-credits",
        title="凭学分取得的学业证书",
        unit="份",
        basis=(article(24, 2),),
        fulfils=("credits-to-diploma",),
        measure=ended_in("credit-diploma", "conferred"),
        people=True,
        wish=Wish.UP,
    ),
)
