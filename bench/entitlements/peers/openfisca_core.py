"""OpenFisca-core."""

from importlib import import_module

from bench.entitlements.peers.openfisca import Simulating
from gongtu.engines.entitlement.city.program import Program


class Engine(Simulating):
    def __init__(self, program: Program, threads: int) -> None:  # noqa: ARG002 - has one thread
        core = import_module("openfisca_core")
        for part in ("entities", "periods", "simulations", "taxbenefitsystems", "variables"):
            import_module(f"openfisca_core.{part}")
        super().__init__(core, core.periods.DateUnit.MONTH, program)
