"""Every fund with what was allotted, committed, paid and refunded (Art. 26)."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="fund-ledger",
    title="资金收支",
    basis=(article(26),),
    fulfils=("fund-coordination",),
    page="dashboards:show_funds",
)
