"""What the city can see of equal treatment in enterprises (Art. 25).

Few enterprises of a division would point at one of them: small cells are hidden as of persons.
"""

from functools import partial

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article
from gongtu.registers.careers.queries import EMPLOYERS_OF_SKILLED, EMPLOYERS_TREATING

level = partial(
    Indicator,
    unit="家",
    basis=(article(25, 2),),
    fulfils=("equal-treatment-of-skilled-staff",),
    level=True,
    people=True,
)

INDICATORS = (
    level(
        key="equal-treatment-tables",
        title="有高技能人才的企业中，现行有同等待遇表的",
        measure=EMPLOYERS_TREATING,
        wish=Wish.UP,
    ),
    level(
        key="employers-of-skilled-staff",
        title="有高级工以上持证职工的企业",
        measure=EMPLOYERS_OF_SKILLED,
    ),
)
