"""The whole city at once says of each person what each is told alone: verdict and amount."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.city.everybody import Asked, ask
from gongtu.engines.entitlement.city.outcome import rows_of
from gongtu.engines.entitlement.city.running import Execution
from gongtu.engines.entitlement.explaining import Owed, explain
from gongtu.engines.entitlement.registry import benefits
from gongtu.engines.entitlement.snapshot.place import Place, use_place
from gongtu.ops.cityrun.offered import over_the_city
from gongtu.ops.snapshots import place
from gongtu.parties.models import Organisation, Person
from gongtu.parties.roles import WORKER
from gongtu.registers.insurance import services as insurance
from gongtu.registers.offers.services.asking import one_by_one
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate, Occupation
from tests.cast import FITTER, Cast, hire
from tests.factories.registers import Dice, fill_registers
from tests.snapshots import Within, town, within

WELDER = "6-18-02-04"
DAYS = [date(2024, 12, 31), date(2025, 6, 1), date(2026, 3, 1), date(2026, 9, 1)]
PERSONS, CERTIFICATES, SUBSIDISED = 30, 120, 0.1
Told = dict[tuple[str, str], tuple[Owed, Yuan | None]]


def settle(cast: Cast, random: Random) -> None:
    """Workers and enterprises with records of every sort, near every day that matters."""
    Occupation.objects.get_or_create(code=WELDER, name="焊工")
    works = cast.bodies["works"], cast.bodies["other"]
    workers = [hire(f"工人{n}", 100 + n, works[n % 2]) for n in range(PERSONS)]
    around = [day + timedelta(days=shift) for day in DAYS for shift in (-400, -365, -30, -1, 0, 1)]
    for worker in workers[1:]:
        for as_of in random.sample(around, 3):
            months = [(worker.pk, random.choice([0, 11, 12, 35, 36, 200]))]
            insurance.record(months, as_of=as_of, source="社保")
    for serial in range(CERTIFICATES):
        drawn = random.choice(around) if random.random() < SUBSIDISED else None
        Certificate.objects.create(
            number=f"Y000037020001263{serial:06d}",
            person=random.choice(workers),
            occupation_id=random.choice([FITTER, WELDER]),
            grade=random.choice(list(Grade)),
            issuer=works[serial % 2],
            issued_on=random.choice(around),
            status=random.choice(["valid", "valid", "superseded"]),
            subsidised_on=drawn,
            subsidised_by="20240000001" if drawn else "",
        )
    fill_registers(Dice(random, around), workers, works, cast.bodies["school"], (FITTER, WELDER))


def told_alone(on: date) -> Told:
    """Every benefit explained for everybody it might be owed to."""
    persons = [str(person) for person in Person.objects.values_list("pk", flat=True)]
    bodies = Organisation.objects.values_list("pk", "kind")
    told: Told = {}
    for benefit in benefits():
        whose = [str(pk) for pk, kind in bodies if kind == benefit.beneficiary]
        for one in persons if benefit.beneficiary is WORKER else whose:
            for subject in benefit.subjects(one, on):
                alone = explain(benefit, subject, on=on)
                told[benefit.key, subject.key] = alone.verdict, alone.amount
    return told


def told_at_once(found: Asked) -> Told:
    """The same out of the bitmaps of a run."""
    told: Told = {}
    for each in found.each:
        assert each.found is not None, each.left_out
        owed = set(rows_of(each.found.owed, each.size).tolist())
        unknown = set(rows_of(each.found.unknown, each.size).tolist())
        for row, key in enumerate(each.program.frame.keys):
            verdict = Owed.OWED if row in owed else Owed.NOT_OWED
            fen = each.found.amount(row)
            told[each.benefit.key, key] = (
                Owed.UNKNOWN if row in unknown else verdict,
                None if fen is None else Yuan.of_fen(fen),
            )
    return told


@pytest.mark.parametrize("seed", range(2))
def test_everybody_is_told_at_once_what_they_are_told_alone(cast, seed):
    settle(cast, Random(seed))  # noqa: S311 - the same town every time
    seen = {benefit.key: set[Owed]() for benefit in benefits()}

    for on in DAYS:
        alone = told_alone(on)
        for (key, _), (verdict, _) in alone.items():
            seen[key].add(verdict)
        for execution in Execution:
            assert told_at_once(ask(benefits(), town(on), execution)) == alone

    assert {key: told for key, told in seen.items() if len(told) == 1} == {}
    assert set.union(*seen.values()) == set(Owed)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[None]:
    """Snapshots of the test's own transaction."""

    @contextmanager
    def reader() -> Iterator[Within]:
        yield within()

    use_place(lambda: Place(tmp_path, reader))
    yield
    use_place(place)


def test_the_nightly_run_offers_at_once_what_it_would_offer_one_by_one(cast, kept):
    settle(cast, Random(3))  # noqa: S311 - the same town every time

    for on in DAYS:
        at_once = over_the_city(on, lambda _done, _total: None)
        alone = one_by_one(on, lambda _done, _total: None)

        assert {key: set(found) for key, found in at_once.owed.items()} == {
            key: set(found) for key, found in alone.owed.items()
        }
        assert {key: set(near) for key, near in at_once.near.items()} == {
            key: set(near) for key, near in alone.near.items()
        }
        assert (at_once.engine, at_once.rules) == ("vector", alone.rules)
        assert len(at_once.snapshot) == 64
