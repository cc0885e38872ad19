"""How often one visitor may look a certificate up: enough for a person, too little for a list."""

from django.core.cache import caches

WINDOW_SECONDS = 60


def may_look_up(visitor: str, *, limit: int) -> bool:
    """Count one attempt of a visitor (an address, an account); whether it is within the limit.

    The count is shared, so that it holds over all processes.
    """
    counts = caches["counts"]
    key = f"credential-look-ups:{visitor}"
    try:
        return counts.incr(key) <= limit
    except ValueError:
        # The first within the window; another process may begin to count at the same instant.
        begun = counts.add(key, 1, WINDOW_SECONDS)
        return limit >= 1 if begun else may_look_up(visitor, limit=limit)
