"""What the city can see of titles granted to skilled workers (Art. 24)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.provisions.c3_careers.title_application.rules import ART_24
from gongtu.registers.equivalence.choices import Outcome, Side
from gongtu.registers.equivalence.queries import rulings

INDICATORS = (
    Indicator(
        key="titles-granted-to-skilled-workers",
        title="技能人才取得职称人次",
        unit="人次",
        basis=(ART_24,),
        fulfils=("title-application", "equivalence-with-titles"),
        measure=rulings(Side.GRADE, Outcome.GRANTED),
        people=True,
        wish=Wish.UP,
    ),
)
