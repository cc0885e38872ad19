"""Every noun has the same files, and every newcomer learns them once."""

import pytest

from tests.architecture.source import PACKAGE

REGISTERS = sorted(p.parent for p in (PACKAGE / "registers").glob("*/__init__.py"))
KNOWN = {
    *("__init__", "apps", "choices", "declare", "models", "queries", "services"),
    *("checks", "chores", "describe", "measures", "printed"),
    *("admin", "columns", "facts", "known", "migrations", "numbers", "rows"),
}


@pytest.mark.parametrize("register", REGISTERS, ids=lambda p: p.name)
def test_register_has_the_known_files_and_no_others(register):
    files = {p.stem for p in register.iterdir() if p.name != "__pycache__"}

    assert files - KNOWN == set()
    assert {"queries", "services"} <= files


@pytest.mark.parametrize("register", REGISTERS, ids=lambda p: p.name)
def test_register_says_what_is_on_record_and_by_which_article(register):
    said = (register / "__init__.py").read_text("utf8")

    assert "rticle" in said or "Art." in said
