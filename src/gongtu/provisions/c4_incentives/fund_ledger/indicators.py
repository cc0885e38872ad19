"""What the city can see of the money (Art. 26)."""

from gongtu.engines.casework.measures import money_paid
from gongtu.engines.indicators.declare import Indicator, Span
from gongtu.law import article

BASIS = article(26)

INDICATORS = (
    Indicator(
        key="skill-subsidies-money",
        title="技能提升补贴发放金额",
        unit="元",
        basis=(BASIS,),
        fulfils=("fund-coordination",),
        measure=money_paid("skill-upgrade-subsidy"),
        span=Span.QUARTER,
        money=True,
    ),
    Indicator(
        key="apprenticeship-subsidies-money",
        title="学徒培训补贴发放金额",
        unit="元",
        basis=(BASIS,),
        fulfils=("fund-coordination",),
        measure=money_paid("apprenticeship-subsidy"),
        span=Span.QUARTER,
        money=True,
    ),
)
