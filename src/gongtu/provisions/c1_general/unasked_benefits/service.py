"""What was offered unasked, taken, paid and how soon, in sums for everybody (Art. 4)."""

from gongtu.law import article
from gongtu.law.services import Service

SERVICE = Service(
    key="unasked-benefits",
    title="免申即享公开",
    basis=(article(4, 2),),
    fulfils=("policy-measures-carried-out",),
    page="public:show_take_up",
)
