"""What the city can see of career channels in enterprises (Arts. 19 and 24)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article
from gongtu.registers.careers.queries import LATTICES_PUBLISHED

INDICATORS = (
    Indicator(
        key="career-lattices-published",
        title="企业公布的职业发展通道版数",
        unit="份",
        basis=(article(19, 2), article(24, 1)),
        fulfils=("career-paths-widened", "career-tracks-joined"),
        measure=LATTICES_PUBLISHED,
        wish=Wish.UP,
    ),
)
