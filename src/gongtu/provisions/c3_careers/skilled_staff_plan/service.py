"""An enterprise plans its skilled staff against its roster and its ages (Art. 19)."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="skilled-staff-plan",
    title="技能人才规划",
    basis=(article(19, 2),),
    fulfils=("skilled-staff-plan",),
    page="enterprise:show_staff_plan",
)
