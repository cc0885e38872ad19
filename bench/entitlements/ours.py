"""Our own executions, in the form of a peer: vector code, and NumPy as the oracle."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from gongtu.engines.entitlement.city import oracle
from gongtu.engines.entitlement.city.outcome import Check, Outcome
from gongtu.engines.entitlement.city.program import Program

VECTOR = "gongtu.engines.entitlement.city.vector"
Run = Callable[[Program, int], Outcome]


class Ours:
    """One execution over one program."""

    def __init__(self, program: Program, threads: int, run_: Run) -> None:
        self.program, self.threads, self._run = program, threads, run_
        self.outcome: Outcome | None = None

    def get_ready(self) -> None:
        """The last outcome is let go, as a service would that has stored it."""
        self.outcome = None

    def run(self) -> None:
        self.outcome = self._run(self.program, self.threads)

    def checks(self) -> dict[str, Check]:
        """What the last run found, by rule."""
        if self.outcome is None:
            self.run()
        return {} if self.outcome is None else self.outcome.check()


def execution(name: str) -> Run:
    """`vector` or `oracle`.

    Raises:
        ModuleNotFoundError: There is no llvmlite here.
    """
    if name == "oracle":
        return oracle.run
    if find_spec("llvmlite") is None:
        raise ModuleNotFoundError("llvmlite")
    run_: Run = import_module(VECTOR).run
    return run_
