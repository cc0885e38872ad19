"""NumPy as one would write it by hand: whole arrays, shared parts once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from bench.entitlements.peers import Result
from bench.entitlements.peers.arrays import arrays_of, function_of, results_of
from gongtu.engines.entitlement.city.program import Program


class Engine:
    def __init__(self, program: Program, threads: int) -> None:  # noqa: ARG002 - has one thread
        self.arrays, self.function = arrays_of(program), function_of(program)
        self.size = program.frame.size
        self.found: Any = None

    def get_ready(self) -> None:
        self.found = None

    def run(self) -> None:
        self.found = self.function(np, **self.arrays)

    def results(self) -> Iterator[Result]:
        return results_of(self.found, self.size)
