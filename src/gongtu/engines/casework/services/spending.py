"""Money of a case: promised by one move, paid by another, taken back when the decision falls."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gongtu.base.digests import canonical_json, sha256_hex
from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.engines.casework.authority import Docket
from gongtu.engines.casework.declare import Commitment
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.queries.wording import gap_in_words
from gongtu.engines.casework.refusals import AlreadyDone, AmountUnknown
from gongtu.engines.entitlement.asking import answer
from gongtu.engines.entitlement.declare import Subject
from gongtu.engines.entitlement.kinds import stored
from gongtu.engines.ledger import queries as ledger
from gongtu.engines.ledger import services as money
from gongtu.engines.ledger.models import Commitment as Promise
from gongtu.engines.ledger.models import PaymentRun
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation, Person


def commit_money(
    docket: Docket, commitment: Commitment, subject: Subject, *, by: Capacity, on: date
) -> None:
    """Promise what the rule comes to, once for this opener and these facts.

    Raises:
        AmountUnknown: A fact or a rate is missing; each reason says which and who decides.
        AlreadyDone: Another case committed the same; the reason names it.
        Overspent, NoBudget: The fund cannot bear it.
    """
    case = docket.case
    amount = _worked_out(docket, commitment.amount, subject, on=on)
    per = [_worked_out(docket, expr, subject, on=on) for expr in commitment.once_per]
    key = _key(case, per)
    before = _latest(key)
    if before is not None and before.case_number != case.number and before.amount:
        raise _enjoyed(before)
    if before is not None and before.case_number == case.number:
        money.adjust(before, amount, "复核后重新核定", by=by, on=on)
        return
    promise = money.commit(
        commitment.fund,
        payee=_payee(case),
        amount=amount,
        key=_next(key, before),
        case_number=case.number,
        division=case.division_id,
        by=by,
        on=on,
    )
    if promise.case_number != case.number:
        raise _enjoyed(promise)


def committed_by(case: Case) -> Yuan | None:
    """What the case has committed in all; None where it has committed nothing."""
    promises = list(ledger.list_commitments_of(case.number))
    return Yuan.total(Yuan.of_fen(p.amount) for p in promises) if promises else None


def fund_of(case: Case) -> str:
    """The name of the fund the case has committed money of; empty where of none."""
    promise = ledger.list_commitments_of(case.number).first()
    return promise.budget.fund.title if promise else ""


def pay_what_is_committed(
    case: Case, *, by: Capacity, on: date, run: PaymentRun | None = None
) -> None:
    """Pay everything the case has committed and not paid yet."""
    for promise in ledger.list_commitments_of(case.number):
        money.pay(promise, by=by, on=on, run=run)


def release_what_is_committed(case: Case, *, by: Capacity, on: date) -> None:
    """Take back what the case committed; what was paid already becomes receivable."""
    for promise in ledger.list_commitments_of(case.number):
        money.adjust(promise, Yuan(0), "决定撤销或者申请撤回", by=by, on=on)


def correct_what_is_committed(
    case: Case, amount: Yuan, *, why: str, by: Capacity, on: date
) -> None:
    """Enter the difference to what the case should have committed in all.

    Raises:
        Overspent: The budget cannot bear it.
    """
    *former, last = ledger.list_commitments_of(case.number)
    for promise in former:
        money.adjust(promise, Yuan(0), why, by=by, on=on)
    money.adjust(last, amount, why, by=by, on=on)


def _enjoyed(promise: Promise) -> AlreadyDone:
    told = _("同一事项已在案件%(number)s中承付，不能重复享受。")
    return AlreadyDone(told % {"number": promise.case_number})


def _worked_out(docket: Docket, expr: Any, subject: Subject, *, on: date) -> Any:
    found = answer(expr, subject, policy=docket.procedure.policy, on=on)
    if found.value is None:
        key = docket.procedure.key
        raise AmountUnknown(*(gap_in_words(ground, key) for ground in found.missing))
    return found.value


def _key(case: Case, per: list[Any]) -> str:
    """Procedure, opener and the facts it is once per; a digest, so that no fact shows in it."""
    who = str(case.opener_person_id or case.opener_organisation_id)
    said = canonical_json([who, *map(stored, per)])
    return f"{case.procedure}:{sha256_hex(said)}"


def _latest(key: str) -> Promise | None:
    """The promise that stands under the key, or the last one that was taken back."""
    number, found = 0, ledger.find_commitment(key)
    while found is not None and not found.amount:
        number += 1
        later = ledger.find_commitment(f"{key}:{number}")
        if later is None:
            return found
        found = later
    return found


def _next(key: str, before: Promise | None) -> str:
    """The key itself; after a promise taken back, the key with the next number."""
    if before is None:
        return key
    number = before.key.removeprefix(key).removeprefix(":") or "0"
    return f"{key}:{int(number) + 1}"


def _payee(case: Case) -> money.Payee:
    if case.opener_person_id is not None:
        name = Person.objects.get(pk=case.opener_person_id).name
        return money.Payee("person", str(case.opener_person_id), name)
    if case.opener_organisation_id is None:
        raise Broken(f"Case {case.number} has nobody to be paid.")
    body = Organisation.objects.get(pk=case.opener_organisation_id)
    return money.Payee("organisation", str(body.pk), body.name)
