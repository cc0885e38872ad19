"""The usual course of a claim, made from a benefit's parts."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gongtu.base.money import Yuan
from gongtu.engines.casework import registry
from gongtu.engines.casework.claims import claim_procedure
from gongtu.engines.casework.declare import BadDeclaration, Procedure, Stage
from gongtu.engines.casework.services import make_move, open_case
from gongtu.engines.casework.texts import SHARED, english
from gongtu.engines.entitlement.declare import parameter
from gongtu.engines.entitlement.expressions import lift
from gongtu.parties.roles import WORKER
from gongtu.policy import Policy
from tests.engines.casework import procedures
from tests.engines.casework.conftest import DAY, City

WORDS = ("补贴", "奖励", "津贴", "资助", "认定")
TERMS = """
{name}: {{title: 期限, unit: 工作日, because: 测试, decides: hrss,
  values: [{{from: 2026-01-01, value: 10, source: 测试, confidence: high}}]}}
"""


def a_claim(**more: Any) -> Procedure:
    """The claim of a small tool; `more` replaces and adds parts."""
    return claim_procedure(
        **{
            "key": "usual-claim",
            "title": "工具补贴申领",
            "basis": (procedures.ART,),
            "fulfils": (),
            "opened_by": WORKER,
            "form": procedures.Claim,
            "conditions": (procedures.insured,),
            "policy": procedures.POLICY,
            **more,
        }
    )


PAID = {
    "amount": parameter("amount", Yuan, row=procedures.Claim.tool),
    "fund": "tools-fund",
    "once_per": (procedures.Claim.tool,),
}


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Procedure], str]:
    """Makes a claim known from a folder that words nothing itself, for one test."""
    monkeypatch.setattr(registry, "_procedures", dict(registry._procedures))
    monkeypatch.setattr(registry, "_folders", dict(registry._folders))

    def register(procedure: Procedure) -> str:
        registry.register(procedure, tmp_path)
        return procedure.key

    return register


def opened(key: str, city: City) -> str:
    answers = {"months": 24, "tool": "small"}
    return open_case(key, answers=answers, by=city.worker, on=DAY).number


def test_money_is_paid_by_another_than_granted_it() -> None:
    claim = a_claim(**PAID)

    assert [stage.key for stage in claim.stages] == [
        "review", "supplement", "payable", "paid", "refused", "withdrawn",
    ]  # fmt: skip
    assert [m.other_than for m in claim.moves if m.pays] == ["grant"]


def test_where_there_is_no_money_the_grant_ends_it_and_writes_the_record() -> None:
    claim = a_claim(records=procedures.effects.append, word="认定")

    assert [stage.key for stage in claim.stages] == [
        "review", "supplement", "granted", "refused", "withdrawn",
    ]  # fmt: skip
    assert [move.key for move in claim.moves if move.does is not None] == ["grant"]
    assert claim["granted"].label == "已准予认定"


def test_limits_are_those_the_policy_sets(tmp_path: Path) -> None:
    """Without `reconsideration_days` nothing is promised; with `payment_days` paying has a term."""
    (tmp_path / "parameters.yaml").write_text(TERMS.format(name="payment_days"), "utf8")
    policy = Policy.load(tmp_path / "parameters.yaml", key="tests/usual")

    claim = a_claim(**PAID | {"amount": lift(Yuan(1))}, policy=policy, conditions=())

    limits = {s.key: s.limit and s.limit.parameters for s in claim.stages if isinstance(s, Stage)}
    assert limits == {"review": None, "supplement": None, "payable": ("payment_days",)}
    assert claim.reconsideration is None
    assert a_claim().reconsideration is not None


def test_a_mistake_is_told_where_the_claim_is_declared() -> None:
    here = inspect.getsourcelines(a_claim)[1]

    with pytest.raises(BadDeclaration, match=r"test_claims\.py:\d+: .*must name its fund") as told:
        a_claim(**PAID | {"fund": ""})

    assert here < int(str(told.value).split(":")[1]) < here + 20


@pytest.mark.parametrize("word", WORDS)
def test_what_every_claim_says_has_its_english(word: str) -> None:
    claims = [a_claim(word=word), *([] if word == "认定" else [a_claim(**PAID, word=word)])]

    labels = {
        *(stage.label for claim in claims for stage in claim.stages),
        *(move.label for claim in claims for move in claim.moves),
        *(letter.title for claim in claims for letter in claim.letters),
    }
    assert labels - english(SHARED).keys() == set()


def test_the_shared_letters_say_what_why_how_much_and_from_which_fund(
    city: City, registered: Callable[[Procedure], str]
) -> None:
    number = opened(registered(a_claim(**PAID)), city)
    make_move(number, "grant", by=city.officer, on=DAY)
    case = make_move(number, "pay", by=city.colleague, on=DAY)

    decision, paid = case.letters.order_by("id")
    assert "你于2026年9月1日提出的“工具补贴申领”申请" in decision.zh
    assert "<strong>300.00元</strong>，由工具资金支出" in decision.zh
    assert "参保达到规定月数（条例第16条）：符合" in decision.zh
    assert "申请复核" in decision.zh
    assert "reconsidered by somebody else" in decision.en
    assert "<strong>CNY 300.00</strong>" in paid.en
    assert (decision.title_en, paid.title) == ("Decision granting the subsidy", "补贴发放告知书")


def test_every_letter_of_a_claim_names_the_rule_it_was_decided_by(
    city: City, registered: Callable[[Procedure], str]
) -> None:
    claim = a_claim(**PAID)
    number = opened(registered(claim), city)
    make_move(number, "grant", by=city.officer, on=DAY)
    case = make_move(number, "pay", by=city.colleague, on=DAY)
    other = opened(claim.key, city)
    refused = make_move(other, "refuse", by=city.officer, on=DAY, reason="不在范围内。")

    letters = [*case.letters.order_by("id"), refused.letters.get()]
    for letter in letters:
        assert f"规则版本{claim.rule}（办理程序{case.version}）" in letter.zh
        assert f"version {claim.rule} of the rules (procedure of {case.version})" in letter.en
    assert "，标准依据测试文件。" in letters[0].zh
    assert "; the standards rest on 测试文件." in letters[0].en


def test_without_conditions_there_is_no_rule_to_name() -> None:
    assert a_claim(**PAID | {"conditions": ()}).rule == ""


def test_the_shared_refusal_gives_the_reasons(
    city: City, registered: Callable[[Procedure], str]
) -> None:
    number = opened(registered(a_claim(**PAID)), city)

    case = make_move(number, "refuse", by=city.officer, on=DAY, reason="不在范围内。")

    refusal = case.letters.get()
    assert "理由：不在范围内。" in refusal.zh
    assert "Reasons: 不在范围内。" in refusal.en


def test_a_recognition_is_granted_without_a_sum(
    city: City, registered: Callable[[Procedure], str]
) -> None:
    number = opened(registered(a_claim(word="认定")), city)

    case = make_move(number, "grant", by=city.officer, on=DAY)

    assert (case.stage, case.closed_on) == ("granted", DAY)
    assert "元" not in case.letters.get().zh


def test_a_provision_may_word_a_letter_itself(
    city: City, registered: Callable[[Procedure], str], tmp_path: Path
) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "refusal.zh.html").write_text("<p>不予：{{ reason }}</p>", "utf8")
    number = opened(registered(a_claim(**PAID)), city)

    case = make_move(number, "refuse", by=city.officer, on=DAY, reason="不符")

    assert case.letters.get().zh == "<p>不予：不符</p>"
