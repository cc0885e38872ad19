"""What the city can see of graduates of technical schools (Art. 25)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article
from gongtu.registers.education.queries import TECHNICAL_GRADUATES
from gongtu.registers.treatments.queries import ISSUED

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
    Indicator(
        key="treatment-statements",
        title="出具的毕业生待遇证明",
        unit="份",
        basis=(article(25, 1),),
        fulfils=("graduate-treatment",),
        measure=ISSUED,
        people=True,
        wish=Wish.UP,
    ),
)
