"""What the city can see of legal help (Art. 38)."""

from gongtu.engines.casework.measures import ended_in
from gongtu.engines.indicators.declare import Indicator, Span
from gongtu.law import article

BASIS = article(38, 2)

INDICATORS = (
    Indicator(
        key="legal-aid-completed",
        title="法律咨询和援助办结件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("legal-advice-and-aid",),
        measure=ended_in("legal-aid", "advised", "helped"),
        span=Span.QUARTER,
        people=True,
    ),
)
