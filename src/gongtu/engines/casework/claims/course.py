"""From a benefit's parts to the procedure that claims it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Required, TypedDict, Unpack

from gongtu.base.money import Yuan
from gongtu.engines.casework.declare import (
    Commitment,
    Effect,
    End,
    Gathering,
    LetterKind,
    Limit,
    Material,
    Move,
    NoForm,
    Procedure,
    Reconsideration,
    Stage,
)
from gongtu.engines.casework.seats import Place
from gongtu.engines.entitlement.declare import Condition, Facts, Form, Known
from gongtu.engines.entitlement.expressions import Expr
from gongtu.law import Article
from gongtu.parties.roles import HRSS, Role
from gongtu.policy import Policy

Does = Callable[[Effect], None]


class Parts(TypedDict, total=False):
    """What a claim is made of; most parts are those of `Procedure`, under the same names."""

    key: Required[str]
    title: Required[str]
    basis: Required[tuple[Article, ...]]
    fulfils: Required[tuple[str, ...]]
    opened_by: Required[Role]
    policy: Required[Policy]
    conditions: Required[tuple[Condition, ...]]
    amount: Expr[Yuan]  # with `fund` and `once_per`; without, the grant ends the case
    fund: str
    once_per: tuple[Expr[Any], ...]
    form: type[Form]
    facts: tuple[type[Facts], ...]
    gathers: Callable[[Gathering], Mapping[str, Known]]
    opens: Does
    records: Does  # what the last move carries into the registers
    unrecords: Does  # and takes out again, where nothing was owed after all
    materials: tuple[Material, ...]
    titled: Callable[[Mapping[str, Any]], str]
    seats: tuple[tuple[Role, Place], ...]
    sees: tuple[Role, ...]
    version: str
    office: Role  # who decides; the human-resources department unless told
    word: str  # what buttons and letters call it: 补贴 (unless told), 补助, 奖励, 津贴, 资助, 认定
    decision: str  # the title of the letter that grants it


OURS = frozenset(
    {
        "conditions",
        "amount",
        "fund",
        "once_per",
        "records",
        "unrecords",
        "office",
        "word",
        "decision",
    }
)


def claim_procedure(**parts: Unpack[Parts]) -> Procedure:
    """Reviewed, supplemented at most once, granted, and paid by a second officer.

    Limits are the parameters `review_days`, `promised_review_days`, `payment_days` and
    `reconsideration_days`, as far as the policy has them.

    Raises:
        BadDeclaration: As `Procedure`.
    """
    own: dict[str, Any] = {name: part for name, part in parts.items() if name not in OURS}
    return Procedure(
        **{"form": NoForm, **own},
        stages=_stages(parts),
        withdrawn="withdrawn",
        reconsideration=_again(parts["policy"]),
    )


def _stages(parts: Parts) -> tuple[Stage | End, ...]:
    policy, office, word = parts["policy"], parts.get("office", HRSS), parts.get("word", "补贴")
    opener = parts["opened_by"]
    moves = (_grant(parts, word), _refuse(opener, word), ASK_MORE)
    review = _limit(policy, legal="review_days", promised="promised_review_days")
    payment = _limit(policy, legal="payment_days")
    ends = (
        End("refused", f"不予{word}", refused=True),
        End("withdrawn", "已撤回"),
    )
    under_review = (
        Stage("review", "审核中", office, moves, review),
        Stage("supplement", "待补正", opener, (RESUBMIT,), suspends="review"),
    )
    if "amount" not in parts:
        return (*under_review, End("granted", f"已准予{word}"), *ends)
    pay = _pay(parts, word)
    payable = Stage("payable", "待发放", office, (pay,), payment)
    return (*under_review, payable, End("paid", f"{word}已发放"), *ends)


ASK_MORE = Move("ask_more", "要求补正", to="supplement", reasons=True, once=True)
RESUBMIT = Move("resubmit", "补正提交", to="review", reasons=True)


def _grant(parts: Parts, word: str) -> Move:
    """Promises the money; where there is none, it writes into the registers itself."""
    title = parts.get("decision", f"准予{word}决定书")
    money = "amount" in parts
    return Move(
        "grant",
        f"准予{word}",
        to="payable" if money else "granted",
        requires=parts["conditions"],
        issues=LetterKind("decision", title, to=parts["opened_by"], shared=True),
        commits=_commitment(parts) if money else None,
        does=None if money else parts.get("records"),
    )


def _commitment(parts: Parts) -> Commitment:
    return Commitment(parts["amount"], parts.get("fund", ""), parts.get("once_per", ()))


def _refuse(opener: Role, word: str) -> Move:
    letter = LetterKind("refusal", f"不予{word}决定书", to=opener, shared=True)
    return Move("refuse", f"不予{word}", to="refused", reasons=True, issues=letter, hurts=True)


def _pay(parts: Parts, word: str) -> Move:
    letter = LetterKind("paid", f"{word}发放告知书", to=parts["opened_by"], shared=True)
    return Move(
        "pay",
        f"发放{word}",
        to="paid",
        issues=letter,
        pays=True,
        does=parts.get("records"),
        undoes=parts.get("unrecords"),
        other_than="grant",
    )


def _limit(policy: Policy, *, legal: str, promised: str = "") -> Limit | None:
    """The limit of a stage, as far as the policy sets one."""
    names = [name if name in policy else None for name in (legal, promised)]
    return Limit(legal=names[0], promised=names[1]) if any(names) else None


def _again(policy: Policy) -> Reconsideration | None:
    within = "reconsideration_days"
    return Reconsideration("review", within=within) if within in policy else None
