"""Merkle trees as in RFC 6962: one root for many entries, and a short proof for each."""

from collections.abc import Sequence
from hashlib import sha256

from gongtu.base.errors import Broken


def root(leaves: Sequence[bytes]) -> bytes:
    """The tree's head; of no leaves at all, the digest of nothing.

    >>> root([b""]).hex()[:16]
    '6e340b9cffb37a98'
    """
    if not leaves:
        return sha256(b"").digest()
    return _head([_leaf(leaf) for leaf in leaves])


def proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The audit path of one leaf: the sibling heads from the leaf up to the root.

    Raises:
        Broken: There is no such leaf.
    """
    if not 0 <= index < len(leaves):
        raise Broken(f"There is no leaf {index} among {len(leaves)}.")
    return _path([_leaf(leaf) for leaf in leaves], index)


def verify(leaf: bytes, index: int, size: int, path: Sequence[bytes], head: bytes) -> bool:
    """Whether `path` leads from leaf `index` of a tree of `size` leaves to its root `head`."""
    if not 0 <= index < size:
        return False
    here, node, last = _leaf(leaf), index, size - 1
    for sibling in path:
        if last == 0:
            return False
        if node % 2 or node == last:
            here = _node(sibling, here)
            while node % 2 == 0 and node:
                node, last = node // 2, last // 2
        else:
            here = _node(here, sibling)
        node, last = node // 2, last // 2
    return last == 0 and here == head


def _leaf(content: bytes) -> bytes:
    return sha256(b"\x00" + content).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def _head(heads: Sequence[bytes]) -> bytes:
    if len(heads) == 1:
        return heads[0]
    split = _split(len(heads))
    return _node(_head(heads[:split]), _head(heads[split:]))


def _path(heads: Sequence[bytes], index: int) -> list[bytes]:
    if len(heads) == 1:
        return []
    split = _split(len(heads))
    if index < split:
        return [*_path(heads[:split], index), _head(heads[split:])]
    return [*_path(heads[split:], index - split), _head(heads[:split])]


def _split(size: int) -> int:
    """The greatest power of two below `size`.

    >>> [_split(size) for size in (2, 3, 4, 5, 8, 9)]
    [1, 2, 2, 4, 4, 8]
    """
    return 1 << ((size - 1).bit_length() - 1)
