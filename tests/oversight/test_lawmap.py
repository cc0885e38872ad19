"""The chain from every norm to what carries it out, and the rows machines read."""

import json
from datetime import date

import pytest

from gongtu.law.obligations import Side
from gongtu.ops import cli
from gongtu.oversight.board import read_board
from gongtu.oversight.lawmap import State, law_map, row_of, rows_of
from gongtu.records.journal.services import write

DAY = date(2026, 9, 1)
ROW_KEYS = {"key", "article", "paragraph", "force", "bearers", "provisions", "indicators", "state"}


def test_every_article_from_3_to_41_has_norms():
    articles = {int(row.obligation.article) for row in law_map()}

    assert articles == set(range(3, 42))


def test_norm_of_article_16_is_carried_out_by_its_procedure_and_benefit():
    row = row_of("skill-upgrade-subsidy")

    assert row is not None
    assert row.state is State.CARRIED_OUT
    assert {one.key for one in row.provisions} == {
        "skill-upgrade-subsidy",
        "gold-collar-training",
        "gold-collar-training-school",
        "special-ability-subsidy",
    }
    assert row.indicators


def test_norm_that_nothing_carries_out_says_so():
    row = row_of("wage-price-publication")

    assert row is not None
    assert (row.state, row.provisions) == (State.NOT_YET, ())


def test_declaratory_norm_says_why_there_is_nothing_to_do():
    states = {row.state for row in rows_of(7)}

    assert states == {State.NOTHING_TO_DO}
    assert all(row.obligation.nothing_because for row in rows_of(7))


def test_lawmap_command_prints_rows_for_machines(capsys):
    assert cli.main(["lawmap", "--json"]) == 0

    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == len(law_map())
    assert all(row.keys() >= ROW_KEYS for row in rows)


def test_where_tells_an_article_that_is_not_there(capsys):
    assert cli.main(["where", "99"]) == 1
    assert "99" in capsys.readouterr().out


@pytest.mark.django_db
def test_board_counts_every_norm_under_each_of_its_bearers():
    board = read_board(on=DAY)

    assert len(board.lines) == len(law_map())
    union = board.of_side(Side.UNION)
    assert "union-supervision-letters" in {line.row.obligation.key for line in union}
    assert all(total.norms >= total.carried_out + total.not_yet for total in board.totals())


@pytest.mark.django_db
def test_board_is_read_once_until_something_happens(django_assert_num_queries):
    first = read_board(on=DAY)

    with django_assert_num_queries(1):
        assert read_board(on=DAY) is first

    write("parameter:x", "proposed", on=DAY, by=None, what={})
    assert read_board(on=DAY) is not first
