"""What the city can see of gold-collar training (Art. 16)."""

from gongtu.engines.casework.measures import ended_in, overdue
from gongtu.engines.indicators.declare import Indicator, Span, Wish
from gongtu.law import article

BASIS = article(16)
CLAIMS = ("gold-collar-training", "gold-collar-training-school")

INDICATORS = (
    Indicator(
        key="gold-collar-subsidies-paid",
        title="金蓝领培训补贴发放件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("skill-upgrade-subsidy", "government-subsidised-training"),
        measure=ended_in(CLAIMS, "paid"),
        span=Span.QUARTER,
        wish=Wish.UP,
    ),
    Indicator(
        key="gold-collar-claims-overdue",
        title="金蓝领培训补贴在办逾期件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("government-subsidised-training",),
        measure=overdue(CLAIMS),
        level=True,
        wish=Wish.DOWN,
        note="期限待核的，不计逾期。",
    ),
)
