"""JAX: the same function over arrays, compiled by XLA as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp

from bench.entitlements.peers import Result
from bench.entitlements.peers.arrays import arrays_of, function_of, results_of
from gongtu.engines.entitlement.city.program import Program


class Engine:
    def __init__(self, program: Program, threads: int) -> None:  # noqa: ARG002 - XLA takes all
        self.arrays = {name: jnp.asarray(array) for name, array in arrays_of(program).items()}
        rules = partial(function_of(program), jnp)
        self.function = jax.jit(lambda arrays: rules(**arrays))
        self.size = program.frame.size
        self.found: Any = None

    def get_ready(self) -> None:
        self.found = None

    def run(self) -> None:
        self.found = jax.block_until_ready(self.function(self.arrays))

    def results(self) -> Iterator[Result]:
        return results_of(self.found, self.size)
