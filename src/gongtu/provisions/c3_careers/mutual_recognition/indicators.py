"""What the city can see of mutual recognition (Art. 22)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article
from gongtu.registers.recognition.queries import AgreementsBegun

INDICATORS = (
    Indicator(
        key="recognition-agreements",
        title="企业间技能等级互认协议数",
        unit="件",
        basis=(article(22),),
        fulfils=("mutual-recognition-of-grades",),
        measure=AgreementsBegun(),
        wish=Wish.UP,
    ),
)
