"""Many alike decided together: a sample looked at first, each judged for itself, paid once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.casework import registry, services
from gongtu.engines.casework.models import Batch, BatchLine, Case
from gongtu.engines.casework.refusals import AlreadyDone, WrongHands
from gongtu.engines.casework.services.sampling import sample_of
from gongtu.engines.ledger.models import Payment
from gongtu.engines.ledger.queries import balances
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Account
from gongtu.parties.queries import get_capacity
from tests.cast import id_number
from tests.engines.casework.conftest import DAY, City
from tests.engines.casework.test_claims import PAID, a_claim

KEY = "usual-claim"


@pytest.fixture
def claims(city: City, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., list[str]]:
    """Opens so many claims of as many workers."""
    monkeypatch.setattr(registry, "_procedures", dict(registry._procedures))
    monkeypatch.setattr(registry, "_folders", dict(registry._folders))
    registry.register(a_claim(**PAID), tmp_path)

    def open_claims(count: int, months: int = 24) -> list[str]:
        numbers = []
        for place in range(count):
            person = parties.register_person(
                name=f"工人{place}", id_number=id_number(100 + place), division=city.district,
                by=CLOCK, on=DAY,
            )  # fmt: skip
            account = parties.open_account(email=f"{person.pk}@example.org", person=person)
            by = get_capacity(Account.objects.get(pk=account.pk), "worker", DAY)
            answers = {"months": months, "tool": "small"}
            numbers.append(services.open_case(KEY, answers=answers, by=by, on=DAY).number)
        return numbers

    return open_claims


def look_at_all(batch: Batch, city: City) -> None:
    for line in batch.lines.filter(sampled=True):
        services.check_line(
            batch.pk, line.case.number, sound=True, note="", by=city.officer, on=DAY
        )


def test_the_sample_is_looked_at_before_the_rest_is_granted(
    city: City, claims: Callable[[int], list[str]]
) -> None:
    claims(6)
    batch = services.draw_batch(KEY, by=city.officer, on=DAY)
    assert (batch.lines.count(), batch.lines.filter(sampled=True).count()) == (6, 3)
    with pytest.raises(services.SampleOpen, match="还有3件"):
        services.grant_batch(batch.pk, by=city.officer, on=DAY)
    look_at_all(batch, city)

    outcomes = services.grant_batch(batch.pk, by=city.officer, on=DAY)

    assert [one.done for one in outcomes] == [True] * 6
    assert set(Case.objects.values_list("stage", flat=True)) == {"payable"}
    with pytest.raises(AlreadyDone):
        services.grant_batch(batch.pk, by=city.officer, on=DAY)


def test_one_that_is_wrong_puts_all_into_the_sample(
    city: City, claims: Callable[[int], list[str]]
) -> None:
    claims(6)
    batch = services.draw_batch(KEY, by=city.officer, on=DAY)
    bad = batch.lines.filter(sampled=True).first()
    assert bad is not None
    with pytest.raises(Refused, match="误在哪里"):
        services.check_line(
            batch.pk, bad.case.number, sound=False, note=" ", by=city.officer, on=DAY
        )
    services.check_line(
        batch.pk, bad.case.number, sound=False, note="月数不符", by=city.officer, on=DAY
    )

    assert batch.lines.filter(sampled=False).count() == 0
    for line in batch.lines.filter(sound=None):
        services.check_line(
            batch.pk, line.case.number, sound=True, note="", by=city.officer, on=DAY
        )
    services.grant_batch(batch.pk, by=city.officer, on=DAY)
    assert Case.objects.get(number=bad.case.number).stage == "review"
    assert Case.objects.filter(stage="payable").count() == 5


def test_one_whose_conditions_fail_is_refused_with_its_reasons(
    city: City, claims: Callable[..., list[str]]
) -> None:
    claims(1, months=3)
    batch = services.draw_batch(KEY, by=city.officer, on=DAY)
    look_at_all(batch, city)

    (outcome,) = services.grant_batch(batch.pk, by=city.officer, on=DAY)

    assert not outcome.done
    assert "参保达到规定月数" in BatchLine.objects.get().refused[0]


def test_it_is_paid_by_another_in_one_run(city: City, claims: Callable[[int], list[str]]) -> None:
    claims(2)
    batch = services.draw_batch(KEY, by=city.officer, on=DAY)
    with pytest.raises(AlreadyDone, match="还没有核定"):
        services.pay_batch(batch.pk, by=city.colleague, on=DAY)
    look_at_all(batch, city)
    services.grant_batch(batch.pk, by=city.officer, on=DAY)
    with pytest.raises(WrongHands, match="未办理核定"):
        services.pay_batch(batch.pk, by=city.officer, on=DAY)

    run = services.pay_batch(batch.pk, by=city.colleague, on=DAY)
    again = services.pay_batch(batch.pk, by=city.colleague, on=DAY)

    assert run == again
    assert list(Payment.objects.values_list("run", "amount")) == [(run.pk, 30000)] * 2
    assert set(Case.objects.values_list("stage", flat=True)) == {"paid"}
    assert balances("tools-fund")[0].paid == Yuan(600)


def test_only_the_desk_that_holds_them_draws_and_sees(
    city: City, claims: Callable[[int], list[str]]
) -> None:
    claims(1)
    for stranger in (city.worker, city.enterprise, city.union):
        with pytest.raises(WrongHands):
            services.draw_batch(KEY, by=stranger, on=DAY)
    batch = services.draw_batch(KEY, by=city.officer, on=DAY)
    with pytest.raises(AlreadyDone, match="正在抽样"):
        services.draw_batch(KEY, by=city.colleague, on=DAY)
    with pytest.raises(services.BatchUnknown):
        services.find_batch(batch.pk, city.enterprise)
    with pytest.raises(services.BatchUnknown):
        services.check_line(batch.pk, "20269999999", sound=True, note="", by=city.officer, on=DAY)


def test_where_nothing_waits_nothing_is_drawn(
    city: City, claims: Callable[[int], list[str]]
) -> None:
    with pytest.raises(services.NothingWaits):
        services.draw_batch(KEY, by=city.officer, on=DAY)


def test_anybody_can_draw_the_same_sample_again(
    city: City, claims: Callable[[int], list[str]]
) -> None:
    numbers = claims(5)
    batch = services.draw_batch(KEY, by=city.officer, on=DAY)

    drawn = batch.lines.filter(sampled=True).values_list("case__number", flat=True)
    assert set(drawn) == sample_of(numbers, seed=batch.seed, percent=batch.percent, least=3)


@given(st.sets(st.text("0123456789", min_size=3), max_size=60), st.integers(0, 100), st.text())
def test_the_sample_has_its_share_and_depends_on_the_seed_alone(
    numbers: set[str], percent: int, seed: str
) -> None:
    share = Decimal(percent)

    drawn = sample_of(sorted(numbers), seed=seed, percent=share, least=2)

    assert drawn == sample_of(sorted(numbers, reverse=True), seed=seed, percent=share, least=2)
    assert drawn <= numbers
    assert len(drawn) == min(len(numbers), max(2, -(-len(numbers) * percent // 100)))
