"""What the city can see of graduates of technical schools (Art. 25)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article
from gongtu.registers.education.queries import TECHNICAL_GRADUATES

INDICATORS = (
    Indicator(
        key="technical-graduates",
        title="高级技工学校、技师学院全日制毕业生人数",
        unit="人",
        basis=(article(25, 1),),
        fulfils=("graduate-treatment",),
        measure=TECHNICAL_GRADUATES,
        people=True,
        wish=Wish.UP,
    ),
)
