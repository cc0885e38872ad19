"""What holders do in their wallet: one function for each thing that happens."""

from gongtu.registers.wallet.services.archive import export
from gongtu.registers.wallet.services.elsewhere import ElsewhereUnfit, drop, keep
from gongtu.registers.wallet.services.presenting import PresentationUnfit, audience, present
from gongtu.registers.wallet.services.shares import (
    ShareEnded,
    ShareOpen,
    ShareUnfit,
    delete_share,
    end_share,
    share,
    view_share,
)

__all__ = [
    "ElsewhereUnfit",
    "PresentationUnfit",
    "ShareEnded",
    "ShareOpen",
    "ShareUnfit",
    "audience",
    "delete_share",
    "drop",
    "end_share",
    "export",
    "keep",
    "present",
    "share",
    "view_share",
]
