"""What the city can see of the selection of craftsmen (Art. 30)."""

from gongtu.engines.casework.measures import ended_in
from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article

BASIS = article(30)

INDICATORS = (
    Indicator(
        key="craftsmen-named",
        title="工匠命名人数",
        unit="人",
        basis=(BASIS,),
        fulfils=("craftsman-selection",),
        measure=ended_in("craftsman-selection", "chosen"),
        wish=Wish.UP,
    ),
)
