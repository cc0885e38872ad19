"""docs/reference: read off the declarations, so that it cannot lag behind them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from gongtu.ops.reference import interface, machine, policy, privacy
from gongtu.ops.settings.environment import ROOT

FOLDER = ROOT / "docs" / "reference"
PAGES: Mapping[str, Callable[[], str]] = {
    "api.md": interface.operations,
    "settings.md": machine.settings,
    "commands.md": machine.commands,
    "law-map.md": policy.law_map,
    "procedures.md": policy.procedures,
    "parameters.md": policy.parameters,
    "indicators.md": policy.indicators,
    "privacy.md": privacy.fields,
}


def write(folder: Path = FOLDER) -> list[str]:
    """Write every page that is not as the code says, and name those written."""
    folder.mkdir(parents=True, exist_ok=True)
    behind = stale(folder)
    for name in behind:
        (folder / name).write_text(PAGES[name](), "utf8")
    return behind


def stale(folder: Path = FOLDER) -> list[str]:
    """The pages that do not say what the code says."""
    return [name for name, page in PAGES.items() if read(folder / name) != page()]


def read(page: Path) -> str:
    """What is written now; nothing where there is no such page yet."""
    return page.read_text("utf8") if page.exists() else ""
