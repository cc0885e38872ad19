"""What the city can see of the assessment of grades (Arts. 21, 22)."""

from gongtu.engines.indicators.declare import Indicator, Span, Wish
from gongtu.law import article
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import issued

SENIOR = (Grade.SENIOR, Grade.TECHNICIAN, Grade.SENIOR_TECHNICIAN)

INDICATORS = (
    Indicator(
        key="certificates-issued",
        title="技能等级评价核发证书数",
        unit="份",
        basis=(article(22),),
        fulfils=("enterprise-own-assessment",),
        measure=issued(),
        span=Span.QUARTER,
        people=True,
        wish=Wish.UP,
    ),
    Indicator(
        key="senior-certificates-issued",
        title="其中高级工以上证书数",
        unit="份",
        basis=(article(21),),
        fulfils=("eight-grade-ladder",),
        measure=issued(*SENIOR),
        span=Span.QUARTER,
        people=True,
        wish=Wish.UP,
    ),
)
