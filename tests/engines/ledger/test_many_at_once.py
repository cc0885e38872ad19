"""Real processes and threads on a real database: killed, raced, and nothing is lost or doubled."""

from tests.fresh import Fresh

SETTING = """
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from django.db import connection
from django.utils import timezone
from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.ledger.models import Commitment, Payment
from gongtu.engines.ledger.queries import balances
from gongtu.engines.ledger.reconcile import reconcile
from gongtu.engines.ledger.services import *
from gongtu.parties.capacity import CLOCK as BY
DAY = date(2026, 9, 1)
def promise(fund, key):
    payee = Payee("person", key, key)
    return commit(fund, payee=payee, amount=Yuan(100), key=key, by=BY, on=DAY)
def attempt(act):
    def once(n):
        try:
            return act(n)
        except Refused:
            return None
        finally:
            connection.close()
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(once, range(20)))
def budget(fund, yuan):
    open_fund(fund, fund, fund)
    allot(fund, year=2026, amount=Yuan(yuan), instrument="x", by=BY, on=DAY)
"""
PAYMENTS = 200


KILLED_AT_THE_70TH = """
import os, signal
from gongtu.engines.ledger.services import payments
post, posted = payments.post, []
def dying(*arguments, **named):
    posted.append(1)
    if len(posted) == 70:
        os.kill(os.getpid(), signal.SIGKILL)
    return post(*arguments, **named)
payments.post = dying
"""
TAKEN_UP = """
from datetime import timedelta
from gongtu.ops.working import Worker
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.services import reap
reap(timezone.now() + timedelta(hours=1))
Worker().round()
job = Job.objects.get(kind='payment-run')
"""


def test_a_payment_run_killed_twice_in_the_middle_pays_everything_once(platform: Fresh) -> None:
    platform.run(
        f"{SETTING}\nbudget('run', {PAYMENTS * 100})\n"
        f"for n in range({PAYMENTS}): promise('run', f'run{{n}}')\n"
        "start_run('run', by=BY, on=DAY)"
    )

    for _ in range(2):
        platform.run_until_killed(f"{SETTING}{KILLED_AT_THE_70TH}{TAKEN_UP}")
    told = platform.run(
        f"{SETTING}print(Payment.objects.count(), end=' ')\n{TAKEN_UP}"
        "paid = Payment.objects.values('commitment').distinct().count()\n"
        "print(paid, Payment.objects.count(), job.state, job.attempt,\n"
        "      balances('run')[0].paid, reconcile().problems)"
    )

    assert told == f"138 {PAYMENTS} {PAYMENTS} done 3 {PAYMENTS * 100}.00 []"


def test_twenty_promises_at_once_never_overspend(platform: Fresh) -> None:
    told = platform.run(
        f"{SETTING}\nbudget('race', 700)\n"
        "made = attempt(lambda n: promise('race', f'race{n}'))\n"
        "print(len([m for m in made if m]), balances('race')[0].available, reconcile().problems)"
    )

    assert told == "7 0.00 []"


def test_twenty_clicks_at_once_promise_and_pay_once(platform: Fresh) -> None:
    told = platform.run(
        f"{SETTING}\nbudget('click', 700)\n"
        "made = attempt(lambda n: promise('click', 'click').pk)\n"
        "one = Commitment.objects.get(key='click')\n"
        "attempt(lambda n: pay(one, by=BY, on=DAY))\n"
        "balance = balances('click')[0]\n"
        "print(len(set(made)), balance.available, balance.paid, one.payments.count())"
    )

    assert told == "1 600.00 100.00 1"


def test_writers_of_one_chain_at_once_lose_no_entry(platform: Fresh) -> None:
    told = platform.run(
        f"{SETTING}\n"
        "from gongtu.records.journal.services import write\n"
        "from gongtu.records.journal.queries import list_chain\n"
        "from gongtu.records.journal.verify import verify_all\n"
        "made = attempt(lambda n: write('case:race', 'moved', on=DAY, by=BY, what={'n': n}))\n"
        "print(len(made), list_chain('case:race').count(), verify_all().problems)"
    )

    assert told == "20 20 []"
