"""Every obligation with its bearer, figure, trend and overdue cases (Art. 41)."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="supervision-board",
    title="监督看板",
    basis=(article(41),),
    fulfils=("supervision-and-feedback",),
    page="dashboards:show_board",
)
