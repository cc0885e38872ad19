"""The graph libraries, each asked for the length of one shortest way to a goal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from bench.pathways.graph import Edges, Ints


class Peer(Protocol):
    """A graph with one more node, which every state that reaches the goal leads to."""

    def length(self, state: int) -> int | None:
        """The half-years from there; None where no way leads to the goal."""


class Networkx:
    """Its own shortest path by weights, from both ends at once: its quickest for one question."""

    def __init__(self, states: int, edges: Edges, reached: Ints) -> None:
        import networkx

        self._library, self._goal = networkx, states
        self._graph: Any = networkx.DiGraph()
        self._graph.add_weighted_edges_from(edges.tolist())
        self._graph.add_weighted_edges_from((int(one), states, 0) for one in reached)

    def length(self, state: int) -> int | None:
        try:
            found, _ = self._library.bidirectional_dijkstra(self._graph, state, self._goal)
        except (self._library.NetworkXNoPath, self._library.NodeNotFound):
            return None
        return int(found)


class Rustworkx:
    """Dijkstra towards one goal, in Rust."""

    def __init__(self, states: int, edges: Edges, reached: Ints) -> None:
        import rustworkx

        self._library, self._goal = rustworkx, states
        self._graph: Any = rustworkx.PyDiGraph()
        self._graph.add_nodes_from(range(states + 1))
        self._graph.add_edges_from([(a, b, float(c)) for a, b, c in edges.tolist()])
        self._graph.add_edges_from([(int(one), states, 0.0) for one in reached])

    def length(self, state: int) -> int | None:
        found = self._library.dijkstra_shortest_path_lengths(
            self._graph, state, float, goal=self._goal
        )
        return int(found[self._goal]) if self._goal in found else None


PEERS: dict[str, Callable[[int, Edges, Ints], Peer]] = {
    "networkx": Networkx,
    "rustworkx": Rustworkx,
}
