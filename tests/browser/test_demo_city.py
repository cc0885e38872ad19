"""The demo city: big enough to feel real, sound in its books, the same every time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gongtu.engines.casework.registry import procedures
from gongtu.registers.funds.choices import FundType
from tests.browser.conftest import FIRST_DOCUMENT
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_it_is_as_big_as_a_city(built: Town) -> None:
    kinds = dict(built.rows("SELECT kind, COUNT(*) FROM parties_organisation GROUP BY kind"))
    ((workers,),) = built.rows(
        "SELECT COUNT(DISTINCT person_id) FROM parties_membership WHERE kind = 'employment'"
    )
    assert workers >= 20_000
    assert kinds["enterprise"] >= 400
    assert kinds["union"] >= 30


def test_server_that_built_it_sets_documents_too(built: Town) -> None:
    assert (built.data.parent / FIRST_DOCUMENT).read_bytes().startswith(b"%PDF")


def test_every_stage_of_every_procedure_has_a_case(built: Town) -> None:
    played = set(built.rows("SELECT DISTINCT procedure, stage FROM casework_case"))
    declared = {(one.key, stage.key) for one in procedures() for stage in one.desks}
    assert declared - played == set(behind_funds_nobody_confirmed())


def behind_funds_nobody_confirmed() -> Iterator[tuple[str, str]]:
    """Stages behind a promise of money that no fund is known to bear: nothing gets there yet."""
    for one in procedures():
        for move in (move for stage in one.desks for move in stage.moves):
            if move.commits is not None and move.commits.fund == FundType.UNCONFIRMED:
                yield one.key, move.to


def test_its_journal_and_its_ledger_are_sound(built: Town) -> None:
    assert built.command("journal", "verify")
    assert built.command("ledger", "reconcile")
