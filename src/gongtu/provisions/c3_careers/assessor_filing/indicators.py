"""What the city can see of filings (Art. 22)."""

from gongtu.engines.casework.measures import ended_in
from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article

BASIS = article(22)

INDICATORS = (
    Indicator(
        key="assessor-filings",
        title="技能等级评价备案件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("enterprise-own-assessment",),
        measure=ended_in("assessor-filing", "recorded"),
        wish=Wish.UP,
    ),
)
