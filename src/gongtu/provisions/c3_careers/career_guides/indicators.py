"""What the city can see of career guides (Art. 19)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article
from gongtu.registers.careers.queries import WORKERS_GUIDED

INDICATORS = (
    Indicator(
        key="workers-with-career-guide",
        title="本年与单位确认职业生涯指导计划的职工",
        unit="人",
        basis=(article(19, 2),),
        fulfils=("career-guides",),
        measure=WORKERS_GUIDED,
        wish=Wish.UP,
        people=True,
        note="一名职工一年只计一次；单位提出而职工没有确认的不计。",
    ),
)
