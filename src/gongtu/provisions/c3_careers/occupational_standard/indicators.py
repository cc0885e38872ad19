"""What the city can see of standards drafted together (Art. 20)."""

from gongtu.engines.casework.measures import overdue
from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.provisions.c3_careers.occupational_standard.rules import ART_20
from gongtu.registers.standards.queries import ADOPTED

INDICATORS = (
    Indicator(
        key="standards-adopted",
        title="职业标准和评价规范发布数",
        unit="份",
        basis=(ART_20,),
        fulfils=("standards-participation",),
        measure=ADOPTED,
        wish=Wish.UP,
    ),
    Indicator(
        key="standards-overdue",
        title="职业标准和评价规范在办逾期件数",
        unit="件",
        basis=(ART_20,),
        fulfils=("standards-participation",),
        measure=overdue("occupational-standard"),
        level=True,
        wish=Wish.DOWN,
        note="期限待核的，不计逾期。",
    ),
)
