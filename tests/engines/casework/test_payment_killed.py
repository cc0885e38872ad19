"""A payment run killed anywhere goes on where it stopped: real processes, a real database."""

from tests.fresh import Fresh

CLAIMS = 6
SETTING = f"""
from datetime import timedelta
from django.utils import timezone
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Batch, Case, Letter
from gongtu.engines.casework.services import moving
from gongtu.engines.ledger.models import Payment
from gongtu.engines.ledger.queries import balances
from gongtu.engines.ledger.reconcile import reconcile
from gongtu.ops.working import Worker
from gongtu.policy import providers
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.services import reap
from gongtu.records.journal.verify import verify_all
from tests.cast import DAY, FITTER, raise_curtain, hire, oneself
from tests.registers.offers.conftest import KEY, RATES, decided
providers.use_decisions(decided(RATES))
CLAIMS = {CLAIMS}
"""
BEGUN = """
from gongtu.registers.insurance import services as insurance
from gongtu.registers.skills.models import Certificate
cast = raise_curtain()
for place in range(CLAIMS):
    person = hire(f"工人{place}", 100 + place, cast.bodies["works"])
    insurance.record([(person.pk, 48)], as_of=DAY, source="社保经办机构")
    held = Certificate.objects.create(
        number=f"Y000037020001263{place:06d}", person=person, occupation_id=FITTER,
        grade="senior", issuer=cast.bodies["works"], issued_on=DAY)
    casework.open_case(KEY, answers={"certificate": held.number}, by=oneself(person), on=DAY)
batch = casework.draw_batch(KEY, by=cast.liu, on=DAY)
for line in batch.lines.filter(sampled=True):
    casework.check_line(batch.pk, line.case.number, sound=True, note="", by=cast.liu, on=DAY)
print(sum(one.done for one in casework.grant_batch(batch.pk, by=cast.liu, on=DAY)))
casework.pay_batch(batch.pk, by=cast.sun, on=DAY)
"""
WORK = """
reap(timezone.now() + timedelta(hours=1))
Worker().round()
"""
# Each place lies deeper in the transaction of one case: before, between, and after the money.
KILLED = """
import os, signal
from gongtu.engines.casework.services import {module} as module
whole, seen = module.{name}, []
def dying(*arguments, **named):
    seen.append(1)
    if len(seen) == {time}:
        {first}os.kill(os.getpid(), signal.SIGKILL)
    return whole(*arguments, **named)
module.{name} = dying
"""
PLACES = [
    ("moving", "pay_what_is_committed", 2, ""),
    ("moving", "pay_what_is_committed", 1, "whole(*arguments, **named); "),
    ("moving", "issue", 1, "whole(*arguments, **named); "),
    ("paying", "pay_in_run", 2, "whole(*arguments, **named); "),
]


def test_a_batch_killed_four_times_is_paid_once(platform: Fresh) -> None:
    assert platform.run(SETTING + BEGUN) == str(CLAIMS)

    for module, name, time, first in PLACES:
        dying = KILLED.format(module=module, name=name, time=time, first=first)
        platform.run_until_killed(SETTING + dying + WORK)
    before = platform.run(SETTING + "print(Payment.objects.count())")
    told = platform.run(
        f"{SETTING}{WORK}"
        "job = Job.objects.get(kind='batch-payment')\n"
        "paid = Payment.objects.values('commitment').distinct().count()\n"
        "stages = set(Case.objects.values_list('stage', flat=True))\n"
        "print(Payment.objects.count(), paid, stages, Letter.objects.filter(kind='paid').count(),\n"
        "      balances('unemployment-insurance-fund')[0].paid, job.state,\n"
        "      reconcile().problems, verify_all().problems)"
    )

    assert 0 < int(before) < CLAIMS
    assert told == f"{CLAIMS} {CLAIMS} {{'paid'}} {CLAIMS} {2000 * CLAIMS}.00 done [] []"
