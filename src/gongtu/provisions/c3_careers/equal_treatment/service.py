"""An enterprise publishes as whom it treats its skilled staff; staff see their row (Art. 25)."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="equal-treatment",
    title="高技能人才同等待遇",
    basis=(article(25, 2),),
    fulfils=("equal-treatment-of-skilled-staff",),
    page="worker:show_equal_treatment",
)
