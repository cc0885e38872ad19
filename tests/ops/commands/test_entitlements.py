"""`gongtu entitlements`: one person explained, the snapshot kept, the whole city asked."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from gongtu.engines.entitlement.city.vector import machine
from gongtu.engines.entitlement.snapshot.door import alone
from gongtu.engines.entitlement.snapshot.place import Place, use_place
from gongtu.ops import cli
from gongtu.ops.snapshots import place
from gongtu.records.journal.queries import entries_about_person
from tests.cast import Cast, id_number, raise_curtain
from tests.factories.skills import certificate, insured
from tests.snapshots import Within, within

ON = "2025-06-01"
KEY = "skill-upgrade-subsidy"


@pytest.fixture
def cast(db: None) -> Cast:
    cast = raise_curtain()
    certificate(cast, issued_on=date(2025, 3, 1))
    insured(cast)
    return cast


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    """Snapshots of the test's own transaction."""

    @contextmanager
    def reader() -> Iterator[Within]:
        yield within()

    use_place(lambda: Place(tmp_path, reader))
    yield tmp_path
    use_place(place)


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    assert cli.main(["entitlements", *words, "--json", "--on", ON]) == 0
    return json.loads(capsys.readouterr().out)


def test_one_person_is_told_everything_for_a_machine(cast, capsys):
    [only] = told(capsys, "explain", str(cast.wang.person), "--benefit", KEY)

    assert (only["verdict"], only["amount"], only["on"]) == ("owed", "2000.00", ON)
    assert {c["verdict"] for c in only["conditions"]} == {"holds"}


def test_one_person_is_told_everything_in_words(cast, capsys):
    assert cli.main(["entitlements", "explain", id_number(1), "--on", ON]) == 0

    said = capsys.readouterr().out
    assert "技能提升补贴  装配钳工 高级工：应当享受 2,000.00元" in said
    assert "✓ 失业保险累计缴费达到规定月数" in said
    assert "失业保险累计缴费月数：48月  〔社会保险登记〕" in said


def test_what_is_missing_is_said(cast, capsys):
    assert cli.main(["entitlements", "explain", str(cast.wang.person), "--on", "2026-09-01"]) == 0

    said = capsys.readouterr().out
    assert "✗ 在证书核发后的规定期限内申请" in said
    assert "尚缺 在证书核发后的规定期限内申请" in said


def test_whoever_looks_is_written_down(cast, capsys):
    told(capsys, "explain", str(cast.wang.person))

    seen = entries_about_person(cast.wang.person).filter(kind="viewed").get()
    assert (seen.actor_role, seen.what["part"]) == ("hrss", "entitlements")


@pytest.mark.parametrize(
    "nobody", ["00000000-0000-4000-8000-000000000000", id_number(99), "王师傅"]
)
def test_of_nobody_nothing_is_told(cast, capsys, nobody):
    assert cli.main(["entitlements", "explain", nobody]) == 1
    assert capsys.readouterr().out == ""


def test_a_benefit_that_is_none_is_refused(cast, capsys):
    person = str(cast.wang.person)

    assert cli.main(["entitlements", "explain", person, "--benefit", "none"]) == 1
    assert "没有“none”这项待遇" in capsys.readouterr().err


def test_the_snapshot_is_kept_and_used_again(cast, capsys, folder):
    first = told(capsys, "snapshot")
    again = told(capsys, "snapshot")

    assert first["rows"]["certificate"] == 1
    assert set(first["read_anew"].values()) == {None}
    assert again["root"] == first["root"]
    assert set(again["read_anew"].values()) == {0}
    assert told(capsys, "snapshot", "--verify")["root"] == first["root"]


def test_a_damaged_snapshot_is_told_and_not_used(cast, capsys, folder):
    kept = told(capsys, "snapshot")
    file = Path(kept["folder"]) / "person.parquet"
    file.write_bytes(file.read_bytes()[:-1])

    assert cli.main(["entitlements", "snapshot", "--verify", "--on", ON]) == 1
    assert "person" in capsys.readouterr().err

    again = told(capsys, "run")
    assert again["snapshot"] == kept["root"]
    assert told(capsys, "snapshot", "--verify")["root"] == kept["root"]


def test_of_a_day_without_a_snapshot_it_says_so(capsys, db):
    assert cli.main(["entitlements", "snapshot", "--verify", "--on", "2020-01-01"]) == 1
    assert "没有2020-01-01的登记快照" in capsys.readouterr().err


def test_the_city_is_told_by_benefit(cast, capsys):
    for engine in ("vector", "numpy", "duckdb"):
        ran = told(capsys, "run", "--engine", engine)
        [one] = [each for each in ran["benefits"] if each["benefit"] == KEY]

        assert ran["engine"] == engine
        assert (one["rows"], one["owed"], one["unknown"], one["amount"]) == (1, 1, 0, "2000.00")


def test_the_city_is_told_in_words_with_small_cells_hidden(cast, capsys):
    for serial in range(2, 8):
        certificate(cast, serial, issued_on=date(2024, 1, 1))

    assert cli.main(["entitlements", "run", "--on", "2026-03-01"]) == 0

    said = capsys.readouterr().out
    assert "skill-upgrade-subsidy  技能提升补贴" in said
    assert "7 项中" in said
    assert "只差“在证书核发后的规定期限内申请”：6" in said


def test_few_who_miss_a_condition_are_not_counted_aloud(cast, capsys):
    certificate(cast, 2, issued_on=date(2024, 1, 1))

    ran = cli.main(["entitlements", "run", "--on", "2026-03-01"])

    assert ran == 0
    assert "只差“在证书核发后的规定期限内申请”：…" in capsys.readouterr().out


def test_a_city_that_never_was_is_the_same_every_time(capsys, db):
    one, again = (told(capsys, "run", "--population", "3000") for _ in range(2))

    assert one["snapshot"] == ""
    assert one["benefits"] == again["benefits"]
    by_numpy = told(capsys, "run", "--population", "3000", "--engine", "numpy")
    assert by_numpy["benefits"] == one["benefits"]
    assert {each["rows"] for each in one["benefits"] if each["benefit"] == KEY} == {3000}


@pytest.mark.parametrize("population", ["0", "-5", "many"])
def test_a_population_is_a_number_of_people(population, capsys):
    with pytest.raises(SystemExit):
        cli.main(["entitlements", "run", "--population", population])
    assert "--population" in capsys.readouterr().err


def test_a_second_run_says_that_one_is_under_way(cast, capsys, folder):
    with alone(folder, wait=False):
        assert cli.main(["entitlements", "run", "--on", ON]) == 1

    assert "另一次全城核算" in capsys.readouterr().err
    assert cli.main(["entitlements", "run", "--on", ON]) == 0


def test_without_llvmlite_the_city_is_asked_all_the_same(cast, capsys, monkeypatch):
    monkeypatch.setattr(machine, "find_spec", lambda _name: None)
    machine.missing.cache_clear()

    ran = told(capsys, "run")

    assert ran["engine"] == "numpy"
    machine.missing.cache_clear()


@pytest.mark.parametrize("dialect", ["duckdb", "clickhouse", "spark"])
def test_rules_are_printed_as_a_query(cast, capsys, dialect):
    assert cli.main(["entitlements", "sql", "--dialect", dialect, "--on", ON]) == 0

    said = capsys.readouterr().out
    quote = "`" if dialect == "spark" else '"'
    assert f"AS {quote}{KEY}: owed{quote}" in said
    assert said.rstrip().endswith(";")


def test_a_printed_query_for_rows_gives_each_its_amount(cast, capsys):
    assert cli.main(["entitlements", "sql", "--rows", "--on", ON]) == 0

    assert f'AS "{KEY}: amount"' in capsys.readouterr().out
