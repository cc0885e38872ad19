"""What the city can see of qualifications on record (Art. 20)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.provisions.c3_careers.qualification_record.rules import ART_20
from gongtu.registers.qualifications.queries import QUALIFICATIONS_RECORDED

INDICATORS = (
    Indicator(
        key="qualifications-recorded",
        title="登记的职业资格",
        unit="项",
        basis=(ART_20,),
        fulfils=("assessment-mechanism",),
        measure=QUALIFICATIONS_RECORDED,
        people=True,
        wish=Wish.UP,
        note="由国家和有关部门评价、颁发，这里只计登记。",
    ),
)
