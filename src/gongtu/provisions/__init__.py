"""What the statute provides: one folder each, found and registered at start.

A folder's `procedure.py`, `rules.py`, `indicators.py` and `service.py` may declare `PROCEDURE`,
`BENEFIT`, `DUTIES`, `INDICATORS`, `SERVICE`, `LADDER`, `BRIDGES` and `CAREERS`; nothing else has
to be told anywhere.  What two sides may claim is declared once for each, as `PROCEDURES` and
`BENEFITS`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from gongtu.base.errors import Broken
from gongtu.engines.casework import registry as casework
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.entitlement import registry as entitlement
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.duties.declare import Duty
from gongtu.engines.entitlement.duties.registry import register_duty
from gongtu.engines.indicators import registry as indicators
from gongtu.engines.indicators.declare import Indicator
from gongtu.law.services import Service, register_service
from gongtu.policy.city import active_city
from gongtu.registers.equivalence.declare import load_rows
from gongtu.registers.ladder.declare import (
    Bridge,
    Careers,
    Ladder,
    check_rows,
    register_bridges,
    register_careers,
    register_ladder,
)

ROOT = Path(__file__).parent
DECLARING = ("procedure", "rules", "indicators", "service")


@dataclass(frozen=True, slots=True)
class Provision:
    """One folder and what it declares; `key` is its path below this package."""

    key: str
    folder: Path
    title: str
    procedures: tuple[Procedure, ...]
    benefits: tuple[Benefit, ...]
    duties: tuple[Duty, ...]
    indicators: tuple[Indicator, ...]
    service: Service | None
    ladder: Ladder | None = None
    bridges: tuple[Bridge, ...] = ()
    careers: Careers | None = None

    @property
    def declared(self) -> Iterator[Procedure | Benefit | Duty | Indicator | Service]:
        """Everything that carries out some norm."""
        yield from self.procedures
        yield from self.benefits
        if self.service is not None:
            yield self.service
        yield from self.duties
        yield from self.indicators


def discover(norms: Collection[str] | None = None) -> tuple[Provision, ...]:
    """Import every provision's folder, check it and register what it declares.

    `norms` are the keys of the city's obligations.

    Raises:
        Broken: Naming file and line of every provision that fulfils an unknown norm.
    """
    found = tuple(map(read, folders()))
    if norms is not None and (strange := list(_strange(found, norms))):
        raise Broken("\n".join(strange))
    for provision in found:
        register(provision)
    for provision in found:
        if provision.careers is not None:  # it is made of the ladder, whose folder may come later
            check_rows(provision.careers)
            register_careers(provision.careers)
    load_rows(active_city().equivalences_path)  # they name rules of any folder
    return found


def folders() -> list[Path]:
    """The folders of provisions, in the order of chapters."""
    return sorted(path.parent for path in ROOT.glob("c?_*/*/__init__.py"))


def read(folder: Path) -> Provision:
    """What one folder declares; nothing is registered.

    Raises:
        Broken: Some declaration in it could never work.
    """
    package = f"{__name__}.{folder.parent.name}.{folder.name}"
    present = [name for name in DECLARING if (folder / f"{name}.py").is_file()]
    told: dict[str, Any] = {}
    for name in present:
        told |= vars(import_module(f"{package}.{name}"))
    return Provision(
        key=f"{folder.parent.name}/{folder.name}",
        folder=folder,
        title=_title(import_module(package)),
        procedures=_one_or_several(told, "PROCEDURE"),
        benefits=_one_or_several(told, "BENEFIT"),
        duties=told.get("DUTIES", ()),
        indicators=told.get("INDICATORS", ()),
        service=told.get("SERVICE"),
        ladder=told.get("LADDER"),
        bridges=told.get("BRIDGES", ()),
        careers=told.get("CAREERS"),
    )


def _one_or_several(told: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    """What stands under the name, or those under its plural."""
    return told.get(f"{name}S") or tuple(told[one] for one in (name,) if one in told)


def _title(package: ModuleType) -> str:
    return (package.__doc__ or "").split(" — ")[0].strip()


def register(provision: Provision) -> None:
    """Make what a provision declares known to the engines."""
    _register_procedures(provision)
    for benefit in provision.benefits:
        entitlement.register_benefit(benefit)
    for duty in provision.duties:
        register_duty(duty)
    if provision.service is not None:
        register_service(provision.service, provision.folder)
    if provision.ladder is not None:
        register_ladder(provision.ladder)
    if provision.bridges:
        register_bridges(provision.bridges)
    for indicator in provision.indicators:
        indicators.register(indicator, provision.folder)


def _register_procedures(provision: Provision) -> None:
    for procedure in provision.procedures:
        casework.register(procedure, provision.folder)
    for path in sorted(provision.folder.glob("procedure_*.py")):
        package = f"{__name__}.{provision.key.replace('/', '.')}"
        for former in _one_or_several(vars(import_module(f"{package}.{path.stem}")), "PROCEDURE"):
            casework.register_former(former)


def _strange(found: tuple[Provision, ...], norms: Collection[str]) -> Iterator[str]:
    for provision in found:
        named = {norm for one in provision.declared for norm in one.fulfils}
        for norm in sorted(named - set(norms)):
            yield f"{_line_of(provision.folder, norm)}: no norm of the statute is called {norm!r}."


def _line_of(folder: Path, word: str) -> str:
    """`file:line` where the quoted word stands in one of the folder's modules."""
    for path in sorted(folder.glob("*.py")):
        for number, line in enumerate(path.read_text("utf8").splitlines(), start=1):
            if f'"{word}"' in line:
                return f"{path}:{number}"
    return str(folder)
