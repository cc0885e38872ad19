"""A rule over a fact that nobody supplies is refused, with its place."""

from datetime import date

import pytest

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city import suppliers
from gongtu.engines.entitlement.city.suppliers import (
    Kind,
    check_supplied,
    kinds,
    reachable,
    rows_of,
    sources,
    supply,
)
from gongtu.engines.entitlement.declare import Benefit, Condition, Facts, Known, Subject, fact
from gongtu.engines.entitlement.facts import each
from gongtu.engines.entitlement.gathering import any_of, count_of
from gongtu.law import article
from gongtu.parties.columns import ORGANISATION
from gongtu.parties.roles import WORKER
from gongtu.records.changes.sources import Source
from gongtu.registers.insurance.facts import Insurance
from gongtu.registers.skills.facts import Certificate
from tests.engines.entitlement.sample import POLICY

HERE = f"{__file__}:"


class Ghost(Facts, of="person"):
    """Of which no register knows."""

    seen = fact(bool, "被看见")


class Footloose(Facts):
    """Of no kind of row."""

    runs = fact(bool, "跑")


def benefit(rule, per: str = "certificate") -> Benefit:
    return Benefit(
        key="ghost", title="鬼", basis=(article(16),), fulfils=(), beneficiary=WORKER,
        conditions=(Condition("看见", article(16), rule, "seen"),), subjects=_nobody, per=per,
        policy=POLICY, gives="什么也没有",
    )  # fmt: skip


def _nobody(_key: str, _on: date) -> list[Subject]:
    return [Subject("", "", dict[str, Known]())]


def test_what_is_supplied_passes():
    others = each(Certificate)
    check_supplied([
        benefit(Certificate.registered),
        benefit(Insurance.unemployment_months >= 1),
        benefit(any_of(others.registered, rows=others, within="person", label="x")),
    ])  # fmt: skip


def test_a_fact_that_nobody_supplies_is_told_with_its_line():
    with pytest.raises(Broken, match=r"a rule reads Ghost\.seen, which nobody supplies") as told:
        check_supplied([benefit(Ghost.seen)])

    assert str(told.value).startswith(HERE)


def test_so_is_a_fact_of_something_the_subject_does_not_belong_to():
    with pytest.raises(Broken, match=r"Certificate\.registered, which is told of a 'certificate'"):
        check_supplied([benefit(Certificate.registered, per="person")])


def test_so_is_a_kind_of_row_that_is_not_there():
    with pytest.raises(Broken, match="owed per 'ghost', and nobody supplies rows of that kind"):
        check_supplied([benefit(Ghost.seen, per="ghost")])


def test_so_are_rows_that_share_nothing():
    others = each(Certificate)
    rule = count_of(others.registered, rows=others, within="household", label="x") >= 1

    with pytest.raises(Broken, match="share no 'household'"):
        check_supplied([benefit(rule)])


def test_so_is_an_unsupplied_fact_of_gathered_rows():
    others = each(Ghost)
    rule = any_of(others.seen, rows=others, within="person", label="x")

    with pytest.raises(Broken, match=r"each Ghost\.seen, which nobody supplies"):
        check_supplied([benefit(rule)])


def test_facts_are_supplied_once():
    with pytest.raises(Broken, match=r"Insurance is supplied in .*insurance/columns\.py:\d+"):
        supply(Insurance, lambda _registers: {}, reads=[])


def test_facts_of_no_kind_of_row_are_not_supplied(monkeypatch):
    monkeypatch.setattr(suppliers, "_suppliers", {})

    with pytest.raises(Broken, match="Footloose does not say of what it is told"):
        supply(Footloose, lambda _registers: {}, reads=[])


def test_a_kind_of_row_is_told_of_once():
    with pytest.raises(Broken, match="'person' are told of already"):
        rows_of(Kind("person", ORGANISATION, named="id"))


def test_two_sources_do_not_share_a_name(monkeypatch):
    other = Source("organisation", "other_table", {"id": int})
    monkeypatch.setattr(suppliers, "_suppliers", {})
    supply(Ghost, lambda _registers: {}, reads=[other])

    with pytest.raises(Broken, match="Two sources are called 'organisation'"):
        sources()


def test_a_certificate_reaches_its_holder_and_the_holders_employer():
    assert reachable("certificate") == {"certificate", "person", "enterprise"}
    assert {"certificate", "enterprise", "person"} <= {kind.name for kind in kinds()}
