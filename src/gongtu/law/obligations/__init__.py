"""What the statute asks of whom: each norm of the city's statute, under a permanent key.

The norms are data, in `cities/<city>/obligations/*.yaml`.  They never name what carries them
out; a provision names the norms it fulfils.
"""

from gongtu.law.obligations.bearers import Bearer, Force, Side
from gongtu.law.obligations.loading import load_obligations
from gongtu.law.obligations.norm import Obligation

__all__ = ["Bearer", "Force", "Obligation", "Side", "load_obligations"]
