"""Trees as layers of a query, so that what is used twice is written once.

Trees share their parts; written out one by one they would grow without bound.  So each part that
is used more than once has a name, and each layer of the query defines the names that need only
the layers below it.  The text grows with the number of parts, and no expression nests deeply.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.sql.emitting import Leaf

DEEPEST = 16  # brackets within brackets; some engines refuse hundreds


@dataclass(frozen=True)
class Layers:
    """`names` of parts, leaves included, and which parts each layer above the facts defines."""

    names: Mapping[p.Plain, str]
    leaves: tuple[Leaf, ...]
    defined: tuple[tuple[p.Plain, ...], ...]


def layers(roots: Sequence[p.Plain]) -> Layers:
    """How the trees are laid out."""
    nodes = list(p.in_order(roots))
    uses = Counter(part for node in nodes for part in node.parts) + Counter(roots)
    names: dict[p.Plain, str] = {}
    leaves: list[Leaf] = []
    depth: dict[p.Plain, int] = {}
    level: dict[p.Plain, int] = {}
    defined: list[list[p.Plain]] = []
    for node in nodes:
        depth[node] = _depth(node, names, depth)
        level[node] = max(
            (level[part] + _is_defined(part, names) for part in node.parts), default=0
        )
        if isinstance(node, Leaf):
            names[node] = leaf_name(node)
            leaves.append(node)
        elif node.parts and (uses[node] > 1 or depth[node] >= DEEPEST):
            names[node] = f"{'t' if isinstance(node, p.Truth) else 'n'}{len(names)}"
            defined += [[] for _ in range(level[node] + 1 - len(defined))]
            defined[level[node]].append(node)
    return Layers(names, tuple(leaves), tuple(map(tuple, defined)))


def leaf_name(leaf: Leaf) -> str:
    """What a fact is called in a query.

    >>> leaf_name(p.Known("Enterprise.size", "enterprise")), leaf_name(p.Belongs("enterprise"))
    ('known enterprise Enterprise.size', 'belongs enterprise')
    """
    match leaf:
        case p.Belongs(via):
            words = ["belongs", via]
        case p.Known(key, via):
            words = ["known", via, key]
        case p.Yes(key, via):
            words = ["is", via, key]
        case p.Of(key, via):
            words = [via, key]
    return " ".join(filter(None, words))


def _depth(node: p.Plain, names: Mapping[p.Plain, str], depth: Mapping[p.Plain, int]) -> int:
    """How deep the text of a node nests."""
    within = (depth[part] + _nests(part, node) for part in node.parts if part not in names)
    return max(within, default=0)


def _nests(part: p.Plain, node: p.Plain) -> bool:
    """Unlike the links of a chain, and a choice in the "else" of a choice."""
    match node:
        case p.Both() | p.Either():
            return type(part) is not type(node)
        case p.Pick(no=no):
            return part is not no or not isinstance(no, p.Pick)
    return True


def _is_defined(part: p.Plain, names: Mapping[p.Plain, str]) -> bool:
    """Defined in a layer of its own."""
    return part in names and not isinstance(part, Leaf)
