"""What the city can see of awards of contests (Art. 29)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article
from gongtu.registers.honours.queries import AWARDS_WON

INDICATORS = (
    Indicator(
        key="contest-awards",
        title="登记的竞赛获奖件数",
        unit="件",
        basis=(article(29, 1), article(29, 3)),
        fulfils=("contestants-commended", "contest-awards-count"),
        measure=AWARDS_WON,
        people=True,
        wish=Wish.UP,
    ),
)
