"""A run over the snapshot of a real database offers what asking one by one would."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fresh import Fresh, fresh

SETTING = """
from gongtu.policy import providers
from gongtu.registers.insurance import services as insurance
from gongtu.registers.offers import services
from gongtu.registers.offers.models import NearMiss, Offer, Run
from gongtu.registers.skills.models import Certificate
from tests.cast import DAY, FITTER, hire, raise_curtain
from tests.registers.offers.conftest import KEY, RATES, decided
providers.use_decisions(decided(RATES))
def run(by):
    services.carry_out(services.begin_run(by=by, on=DAY), lambda done, total: None)
    return Run.objects.order_by('-id').first()
"""
CITY = """
cast = raise_curtain()
for place, (months, grade, status) in enumerate([
    (48, 'senior', 'valid'), (48, 'junior', 'valid'), (2, 'senior', 'superseded'),
    (48, 'senior', 'superseded'), (48, 'technician', 'valid')]):
    person = hire(f"工人{place}", 100 + place, cast.bodies["works"])
    insurance.record([(person.pk, months)], as_of=DAY, source="社保经办机构")
    Certificate.objects.create(
        number=f"Y000037020001263{place:06d}", person=person, occupation_id=FITTER,
        grade=grade, issuer=cast.bodies["works"], issued_on=DAY, status=status)
"""


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fresh]:
    with fresh(Path(tmp_path_factory.mktemp("everybody"))) as one:
        yield one


def test_the_snapshot_and_asking_singly_agree(platform: Fresh) -> None:
    told = platform.run(
        f"{SETTING}{CITY}"
        "quick = run(cast.liu)\n"
        "near = sorted(NearMiss.objects.values_list('condition', flat=True))\n"
        "services.use_source(services.one_by_one)\n"
        "plain = run(cast.liu)\n"
        "print(quick.engine in ('vector', 'numpy'), len(quick.snapshot), plain.engine,\n"
        "      quick.owed[KEY], plain.outcome[KEY]['kept'], plain.outcome[KEY]['made'],\n"
        "      quick.outcome[KEY]['unconfirmed'], near, quick.near[KEY] == plain.near[KEY],\n"
        "      sorted(NearMiss.objects.values_list('condition', flat=True)) == near)"
    )

    assert told == ("True 64 one-by-one 2 2 0 0 ['grade-in-scope', 'registered'] True True")
