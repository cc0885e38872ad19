"""Merkle trees as in RFC 6962: one root for many entries, and a short proof for each.

A tree that is kept lies in tiles, as transparency logs have them: 256 heads side by side, of which
a proof reads one for every eight levels.
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

from gongtu.base.errors import Broken

TILE, DIGEST = 256, 32


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


def proofs(leaves: Sequence[bytes]) -> Iterator[list[bytes]]:
    """The audit path of every leaf in turn; the tree is built once for all of them."""
    levels = _levels([_leaf(leaf) for leaf in leaves])
    return (_along(levels, index) for index in range(len(leaves)))


def tiles(leaves: bytes) -> Iterator[tuple[int, int, bytes]]:
    """The tiles above the leaves' own: level from 1 up, number on the level, heads side by side.

    `leaves` are the leaves' heads (see `head_of`) side by side: the tiles of level 0, joined.
    """
    level, heads = 0, leaves
    while len(heads) > TILE * DIGEST:
        level += 1
        heads = b"".join(map(root_of_tile, _cut(heads)))
        yield from ((level, number, tile) for number, tile in enumerate(_cut(heads)))


def root_of_tile(tile: bytes) -> bytes:
    """The head of all that lies below a tile."""
    return _levels(_split_up(tile))[-1][0]


def proof_by_tiles(index: int, size: int, tile: Callable[[int, int], bytes]) -> list[bytes]:
    """The audit path of one leaf among `size`; `tile` hands out what `tiles` cut, level 0 too.

    Raises:
        Broken: There is no such leaf.
    """
    if not 0 <= index < size:
        raise Broken(f"There is no leaf {index} among {size}.")
    path: list[bytes] = []
    for level, number in tiles_of(index, size):
        path += _along(_levels(_split_up(tile(level, number))), index % TILE)
        index //= TILE
    return path


def tiles_of(index: int, size: int) -> list[tuple[int, int]]:
    """Which tiles the audit path of a leaf reads.

    >>> tiles_of(1000, 100_000)
    [(0, 3), (1, 0), (2, 0)]
    """
    read, level = [(0, index // TILE)], 0
    while size > TILE:
        size, index, level = -(-size // TILE), index // TILE, level + 1
        read.append((level, index // TILE))
    return read


def head_of(leaf: bytes) -> bytes:
    """The head of a single leaf."""
    return _leaf(leaf)


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


def _levels(heads: list[bytes]) -> list[list[bytes]]:
    """Every level from the leaves to the root; a head without a neighbour goes up as it is."""
    levels = [heads]
    while len(heads) > 1:
        pairs = zip(heads[::2], heads[1::2], strict=False)
        heads = [*(_node(left, right) for left, right in pairs), *heads[len(heads) & ~1 :]]
        levels.append(heads)
    return levels


def _along(levels: list[list[bytes]], index: int) -> list[bytes]:
    path = []
    for heads in levels[:-1]:
        if (beside := index ^ 1) < len(heads):
            path.append(heads[beside])
        index //= 2
    return path


def _cut(heads: bytes) -> Iterator[bytes]:
    width = TILE * DIGEST
    return (heads[start : start + width] for start in range(0, len(heads), width))


def _split_up(tile: bytes) -> list[bytes]:
    return [tile[start : start + DIGEST] for start in range(0, len(tile), DIGEST)]
