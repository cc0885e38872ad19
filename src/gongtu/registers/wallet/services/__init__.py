"""What holders do in their wallet: one function for each thing that happens."""

from gongtu.registers.wallet.services.shares import (
    ShareEnded,
    ShareUnfit,
    end_share,
    share,
    view_share,
)

__all__ = ["ShareEnded", "ShareUnfit", "end_share", "share", "view_share"]
