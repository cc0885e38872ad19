"""Mistakes in a declaration are found when it is made, all at once, with file and line."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gongtu.base.money import Yuan
from gongtu.engines.casework.declare import (
    BadDeclaration,
    Commitment,
    End,
    HandOver,
    InFavour,
    LetterKind,
    Limit,
    Material,
    Move,
    Named,
    Procedure,
    PublicNotice,
    Reconsideration,
    Stage,
)
from gongtu.engines.entitlement.declare import Condition, Facts, Form, ask, fact, parameter
from gongtu.law import article
from gongtu.parties.roles import CLOCK, DEPARTMENT, ENTERPRISE, HRSS, UNION
from gongtu.policy import Policy

PARAMETERS = """
review_days: {title: 审核期限, unit: 工作日, basis: {article: 14}, decides: hrss,
  values: [{from: 2026-03-01, value: 10, source: 测试, confidence: high}]}
rate: {title: 标准, unit: 元, basis: {article: 14}, decides: hrss,
  values: [{from: 2026-03-01, value: 10, source: 测试, confidence: high}]}
"""
NO = LetterKind("no", "不予决定书", to=ENTERPRISE)
ART = article(14)


class Claim(Form):
    months = ask(int, "月数", unit="月")


class Other(Form):
    months = ask(int, "参保月数", unit="月")


class Recorded(Facts):
    months = fact(int, "月数", unit="月", source="登记")


GRANT = Move("grant", "准予", to="granted")
REFUSE = Move("refuse", "不予", to="refused", reasons=True, issues=NO)
PAY = Move("pay", "发放", to="granted", pays=True)
RATE = Commitment(parameter("rate", Yuan), "a-fund", once_per=(Claim.months,))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Procedure:
    path = tmp_path_factory.mktemp("policy") / "parameters.yaml"
    path.write_text(PARAMETERS, "utf8")
    return Procedure(
        key="a-claim",
        title="申领",
        basis=(ART,),
        fulfils=(),
        opened_by=ENTERPRISE,
        form=Claim,
        stages=(
            Stage("review", "审核中", HRSS, (GRANT, REFUSE), Limit(legal="review_days")),
            End("granted", "已准予"),
            End("refused", "不予", refused=True),
        ),
        policy=Policy.load(path, key="tests/a_claim"),
    )


Change = Callable[[Procedure], Any]


def review(*moves: Move, **more: Any) -> Change:
    """The review stage with other moves, limits or notices."""

    def changed(sound: Procedure) -> Procedure:
        stage = replace(sound.first, moves=(GRANT, REFUSE, *moves), **more)
        return replace(sound, stages=(stage, *sound.ends))

    return changed


def requiring(rule: Any) -> Change:
    return review(Move("check", "核对", to="granted", requires=(Condition("某", ART, rule, "a"),)))


def with_(**changes: Any) -> Change:
    return lambda sound: replace(sound, **changes)


MISTAKES: dict[str, tuple[Change, str]] = {
    "misspelt stage": (review(Move("x", "某", to="grantd")), "unknown stage 'grantd'"),
    "stage nobody reaches": (
        lambda s: replace(s, stages=(*s.stages, End("lost", "无"))),
        "'lost' can never be reached",
    ),
    "two moves of one name": (review(Move("grant", "又", to="granted")), "two moves called"),
    "two stages of one name": (
        lambda s: replace(s, stages=(*s.stages, End("granted", "又"))),
        "two stages are called 'granted'",
    ),
    "key in capitals": (with_(key="A Claim"), "not lower-case words"),
    "no article": (with_(basis=()), "names no article"),
    "unknown parameter of a limit": (
        review(limit=Limit(legal="days")),
        "unknown parameter 'days'",
    ),
    "limit in yuan": (review(limit=Limit(legal="rate")), "not in 日, 工作日 or 月"),
    "limit that counts from nowhere": (
        review(limit=Limit(legal="review_days", counts_from="months")),
        "no day that the opening form asks",
    ),
    "limit without a period": (review(limit=Limit()), "names no period"),
    "extension by nobody": (
        review(limit=Limit(legal="review_days", extension="review_days")),
        "both how long and by whom",
    ),
    "clock that ends a case": (
        review(limit=Limit(legal="review_days", late=HandOver("granted"))),
        "ended by a clock",
    ),
    "clock that refuses": (
        review(limit=Limit(legal="review_days", late=InFavour("refuse"))),
        "lets a clock decide against somebody",
    ),
    "clock as a mover": (
        review(Move("lapse", "失效", to="granted", by=CLOCK)),
        "left to the clock",
    ),
    "a term for what rests": (
        review(limit=Limit(legal="review_days"), rests=True),
        "rests, so nothing can be due",
    ),
    "a move of nobody where it rests": (
        review(rests=True),
        "rests, so 'grant' must say who makes it",
    ),
    "misspelt condition parameter": (
        requiring(Claim.months >= parameter("month")),
        "unknown parameter 'month'",
    ),
    "rule over another form": (requiring(Other.months >= 1), "Other.months, which is neither"),
    "money taken for a count": (requiring(Claim.months >= parameter("rate")), "'rate' for int"),
    "facts that nobody gathers": (with_(facts=(Recorded,)), "gathers none"),
    "a datum asked twice": (
        with_(facts=(Recorded,), gathers=lambda _: {}),
        "asks '月数', which is on record",
    ),
    "refusal without reasons": (
        review(Move("deny", "否决", to="refused", issues=NO)),
        "needs reasons and a letter",
    ),
    "refusal without a letter": (
        review(Move("deny", "否决", to="refused", reasons=True)),
        "needs reasons and a letter",
    ),
    "payment of nothing committed": (review(PAY), "pays what no earlier move committed"),
    "commitment once for everything": (
        review(Move("c", "承付", to="granted", commits=replace(RATE, once_per=()))),
        "once per what",
    ),
    "four eyes of nobody": (
        review(Move("x", "复核", to="granted", other_than="check")),
        "unknown move 'check'",
    ),
    "waiting for no notice": (
        review(Move("x", "公示后办理", to="granted", after_notice=True)),
        "waits for a notice it does not give",
    ),
    "notice nobody waits for": (
        review(notice=PublicNotice("review_days", says="公示")),
        "gives a notice that no move waits for",
    ),
    "suspending nothing": (review(suspends="pause"), "suspends unknown stage 'pause'"),
    "withdrawn into a refusal": (with_(withdrawn="refused"), "an end that refuses nothing"),
    "reconsidered nowhere": (
        with_(reconsideration=Reconsideration("again", within="review_days")),
        "reconsideration goes to unknown stage 'again'",
    ),
    "material of no kind": (
        with_(materials=(Material("plan", "方案", kinds=("exe",)),)),
        "unknown kind exe",
    ),
    "a role nobody is found for": (
        review(Move("x", "某", to="granted", by=UNION)),
        "nothing says who the union of a case is",
    ),
    "a seat named by an unasked question": (
        with_(seats=((DEPARTMENT, Named(Other.months)),)),
        "named by a question no form asks",
    ),
}


@pytest.mark.parametrize(("change", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_found_when_declared(sound: Procedure, change: Change, problem: str) -> None:
    with pytest.raises(BadDeclaration) as bad:
        change(sound)

    assert problem in str(bad.value)


def test_all_problems_are_told_at_once(sound: Procedure) -> None:
    with pytest.raises(BadDeclaration) as bad:
        replace(sound, basis=(), withdrawn="refused")

    assert "names no article" in str(bad.value)
    assert "refuses nothing" in str(bad.value)


def test_the_place_of_the_declaration_is_told(sound: Procedure) -> None:
    with pytest.raises(BadDeclaration) as bad:
        replace(sound, basis=())

    file, line = str(bad.value).split(": ")[0].rsplit(":", 1)
    assert file == __file__
    assert "replace(sound, basis=())" in Path(file).read_text("utf8").splitlines()[int(line) - 1]


def test_money_committed_on_every_way_may_be_paid(sound: Procedure) -> None:
    commit = Move("commit", "承付", to="payable", commits=RATE)
    stages = (
        Stage("review", "审核中", HRSS, (commit, REFUSE)),
        Stage("payable", "待发放", HRSS, (PAY,)),
        *sound.ends,
    )

    assert replace(sound, stages=stages).commitments == (RATE,)


def test_a_clock_may_decide_in_favour(sound: Procedure) -> None:
    favour = review(limit=Limit(legal="review_days", late=InFavour("grant")))(sound)

    assert favour.first.limit.late == InFavour("grant")
