"""Equal expressions are one object: each is looked up, when made, by its class and its parts."""

from threading import Lock
from typing import Any, TypeVar
from weakref import WeakValueDictionary

N = TypeVar("N")

_nodes: WeakValueDictionary[tuple[Any, ...], Any] = WeakValueDictionary()
_lock = Lock()


class Interned(type):
    """Makes a node, or gives back the equal one made before.

    The type of each part belongs to the key: 1, True and an enum's text are different constants.
    """

    def __call__(cls: type[N], *args: Any, **named: Any) -> N:
        made: Any = type.__call__(cls, *args, **named)
        parts = [getattr(made, name) for name in made.__match_args__]
        key = (cls, *((type(part), part) for part in parts))
        with _lock:
            found: N = _nodes.setdefault(key, made)
        return found
