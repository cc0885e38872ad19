"""What the city can see of appointments (Art. 21)."""

from gongtu.engines.indicators.declare import Indicator, Wish
from gongtu.law import article
from gongtu.registers.appointments.queries import AppointmentsBegun

INDICATORS = (
    Indicator(
        key="technicians-appointed",
        title="新聘任的特级技师、首席技师",
        unit="人",
        basis=(article(21),),
        fulfils=("top-technician-appointment",),
        measure=AppointmentsBegun(),
        wish=Wish.UP,
    ),
)
