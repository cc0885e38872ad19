"""What is on record, one application for each noun; who may write it and by which articles."""

from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent


def discover() -> None:
    """Read every register's `columns.py`: what it supplies when rules run over the whole city."""
    for path in sorted(ROOT.glob("*/columns.py")):
        import_module(f"{__name__}.{path.parent.name}.columns")
