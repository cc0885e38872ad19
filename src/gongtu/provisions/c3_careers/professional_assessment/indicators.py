"""What the city can see of professionals who come to be assessed for a grade (Art. 24)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.provisions.c3_careers.professional_assessment.rules import ART_24
from gongtu.registers.equivalence.choices import Outcome, Side
from gongtu.registers.equivalence.queries import rulings

INDICATORS = (
    Indicator(
        key="professionals-admitted-to-assessment",
        title="专业技术人员凭职称参加技能评价人次",
        unit="人次",
        basis=(ART_24,),
        fulfils=("skill-assessment-of-professionals",),
        measure=rulings(Side.TITLE, Outcome.GRANTED),
        people=True,
        wish=Wish.UP,
    ),
)
