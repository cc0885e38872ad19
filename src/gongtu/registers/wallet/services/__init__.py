"""What holders do in their wallet: one function for each thing that happens."""

from gongtu.registers.wallet.services.archive import export
from gongtu.registers.wallet.services.elsewhere import ElsewhereUnfit, drop, keep
from gongtu.registers.wallet.services.presenting import PresentationUnfit, audience, present
from gongtu.registers.wallet.services.shares import (
    ShareEnded,
    ShareUnfit,
    end_share,
    share,
    view_share,
)

__all__ = [
    "ElsewhereUnfit",
    "PresentationUnfit",
    "ShareEnded",
    "ShareUnfit",
    "audience",
    "drop",
    "end_share",
    "export",
    "keep",
    "present",
    "share",
    "view_share",
]
