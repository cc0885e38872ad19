"""Small cells: a published count of persons must not point at anybody.

Basis: a platform policy, not law; the minimum is a dated parameter of the platform.
"""

from collections.abc import Mapping

HIDDEN = None


def disclose(cells: Mapping[str, int], *, minimum: int) -> dict[str, int | None]:
    """Hide cells below the minimum, and one more where the hidden one could be subtracted.

    A zero tells nothing about anybody and stays.

    >>> disclose({"a": 12, "b": 3, "c": 20}, minimum=5)
    {'a': None, 'b': None, 'c': 20}
    >>> disclose({"a": 12, "b": 0}, minimum=5)
    {'a': 12, 'b': 0}
    """
    small = {key for key, count in cells.items() if 0 < count < minimum}
    rest = sorted((count, key) for key, count in cells.items() if count >= minimum)
    if len(small) == 1 and rest:
        small.add(rest[0][1])
    return {key: HIDDEN if key in small else count for key, count in cells.items()}
