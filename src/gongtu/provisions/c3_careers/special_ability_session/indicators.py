"""What the city can see of special abilities being examined (Art. 23)."""

from gongtu.engines.casework.measures import ended_in
from gongtu.engines.indicators.declare import Indicator, Span, Wish
from gongtu.provisions.c3_careers.special_ability_session.rules import ART_23

INDICATORS = (
    Indicator(
        key="special-ability-sessions-issued",
        title="专项职业能力考核核发证书场次",
        unit="场",
        basis=(ART_23,),
        fulfils=("special-ability-projects", "special-ability-pilots"),
        measure=ended_in("special-ability-session", "issued"),
        span=Span.QUARTER,
        wish=Wish.UP,
    ),
)
