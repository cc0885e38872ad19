"""Two at once: one wins, the other is told; on the database of the tests, in threads."""

from __future__ import annotations

from tests.fresh import Fresh

SETTING = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from django.db import connection
from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Correction, Letter
from gongtu.engines.ledger.models import Entry
from gongtu.engines.ledger.reconcile import reconcile
from gongtu.policy import providers
from tests.cast import raise_curtain
from tests.factories import corrections as given
from tests.factories.corrections import NEXT
providers.use_decisions(given.decided())
def at_once(*acts):
    ready = Barrier(len(acts))
    def do(act):
        ready.wait()
        try:
            act()
            return "done"
        except Refused as refused:
            return type(refused).__name__
        finally:
            connection.close()
    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(do, acts))
"""


def test_of_two_at_once_one_proposes_one_tells_one_decides_and_one_pays(platform: Fresh) -> None:
    told = platform.run(
        f"{SETTING}\n"
        "cast = raise_curtain()\n"
        "given.paid(cast, given.Grade.INTERMEDIATE)\n"
        "given.Certificate.objects.update(grade='senior')\n"
        "look = lambda: casework.propose_corrections(on=NEXT)\n"
        "print(at_once(look, look), Correction.objects.count())\n"
        "key = Correction.objects.get().pk\n"
        "tell = lambda: casework.tell_correction(key, by=cast.liu, on=NEXT)\n"
        "print(at_once(tell, tell))\n"
        "def settle(confirm):\n"
        "    return lambda: casework.settle_correction(\n"
        "        key, confirm=confirm, reason='等级更正。', by=cast.sun, on=NEXT)\n"
        "print(at_once(settle(True), settle(True)))\n"
        "pay = lambda: casework.pay_correction(key, by=cast.liu, on=NEXT)\n"
        "print(at_once(pay, pay))\n"
        "print(Letter.objects.filter(kind__startswith='correction').count(),\n"
        "      Entry.objects.filter(kind='adjust').count(),\n"
        "      Entry.objects.filter(kind='pay').count(),\n"
        "      reconcile().problems)"
    )

    once = "['AlreadyDone', 'done']"
    looked, *others = told.splitlines()
    # The second run says that one is under way, or comes after it and finds nothing more.
    assert looked in (f"{once} 1", "['done', 'done'] 1")
    assert others == [once, once, once, "3 1 2 []"]
