"""What the city can see of special abilities being developed (Art. 23)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.provisions.c3_careers.special_ability_project.rules import ART_23
from gongtu.registers.standards.queries import PUBLISHED

INDICATORS = (
    Indicator(
        key="special-abilities-published",
        title="专项职业能力考核项目发布数",
        unit="项",
        basis=(ART_23,),
        fulfils=("special-ability-projects",),
        measure=PUBLISHED,
        wish=Wish.UP,
    ),
)
