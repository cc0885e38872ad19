"""What the city can see of the credit bank (Art. 24)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article
from gongtu.registers.credits.queries import CONVERTED

INDICATORS = (
    Indicator(
        key="certificates-converted",
        title="转化为学分的证书和培训",
        unit="件",
        basis=(article(24, 2),),
        fulfils=("certificate-credits",),
        measure=CONVERTED,
        people=True,
        wish=Wish.UP,
    ),
)
