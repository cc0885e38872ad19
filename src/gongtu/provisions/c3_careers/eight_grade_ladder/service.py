"""Occupations, and the conditions of each grade in each of them."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="eight-grade-ladder",
    title="职业和技能等级申报条件",
    basis=(article(21, 1),),
    fulfils=("eight-grade-ladder",),
    page="public:list_occupations",
)
