"""What the city can see of allowances for honours (Art. 27)."""

from gongtu.engines.casework.measures import ended_in, overdue
from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article

BASIS = article(27)

INDICATORS = (
    Indicator(
        key="honour-allowances-paid",
        title="首席技师荣誉津贴发放件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("talent-treatment-delivered",),
        measure=ended_in("honour-allowance", "paid"),
        people=True,
        wish=Wish.UP,
    ),
    Indicator(
        key="honour-claims-overdue",
        title="首席技师荣誉津贴在办逾期件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("talent-treatment-delivered",),
        measure=overdue("honour-allowance"),
        level=True,
        wish=Wish.DOWN,
        note="期限待核的，不计逾期。",
    ),
)
