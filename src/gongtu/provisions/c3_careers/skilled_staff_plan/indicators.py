"""What the city can see of plans for skilled staff (Art. 19)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article
from gongtu.registers.careers.queries import PLANS_PUBLISHED

INDICATORS = (
    Indicator(
        key="staff-plans-published",
        title="企业发布的技能人才规划版数",
        unit="份",
        basis=(article(19, 2),),
        fulfils=("skilled-staff-plan",),
        measure=PLANS_PUBLISHED,
        wish=Wish.UP,
    ),
)
