"""What the city can see of special abilities (Art. 23)."""

from gongtu.engines.casework.measures import ended_in, overdue
from gongtu.engines.indicators.declare import Indicator, Span, Wish
from gongtu.law import article
from gongtu.registers.skills.queries.abilities import ABILITIES_CERTIFIED

ART_16 = article(16)
ART_23 = article(23)

INDICATORS = (
    Indicator(
        key="special-abilities-certified",
        title="专项职业能力证书核发数",
        unit="份",
        basis=(ART_23,),
        fulfils=("special-ability-projects", "special-ability-pilots"),
        measure=ABILITIES_CERTIFIED,
        span=Span.QUARTER,
        people=True,
        wish=Wish.UP,
    ),
    Indicator(
        key="special-ability-subsidies-paid",
        title="专项职业能力补贴发放件数",
        unit="件",
        basis=(ART_16,),
        fulfils=("skill-upgrade-subsidy",),
        measure=ended_in("special-ability-subsidy", "paid"),
        span=Span.QUARTER,
        people=True,
        wish=Wish.UP,
    ),
    Indicator(
        key="special-ability-claims-overdue",
        title="专项职业能力补贴在办逾期件数",
        unit="件",
        basis=(ART_16,),
        fulfils=("skill-upgrade-subsidy",),
        measure=overdue("special-ability-subsidy"),
        level=True,
        wish=Wish.DOWN,
        note="期限待核的，不计逾期。",
    ),
)
