"""How often one visitor may look a certificate up: enough for a person, too little for a list."""

from typing import cast

from django.core.cache import caches

from gongtu.records.counts import Counting

WINDOW_SECONDS = 60


def may_look_up(visitor: str, *, limit: int) -> bool:
    """Count one attempt of a visitor (an address, an account); whether it is within the limit.

    The count is shared, so that it holds over all processes.
    """
    counts = cast(Counting, caches["counts"])
    return counts.count(f"credential-look-ups:{visitor}", WINDOW_SECONDS) <= limit
