"""The same certificate of elsewhere brought twice at the same moment is kept once."""

from __future__ import annotations

from tests.fresh import Fresh

CODE = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from django.db import connection
from gongtu.registers.wallet import services as wallet
from gongtu.registers.wallet.models import Elsewhere
from tests.cast import DAY, raise_curtain
from tests.factories.wallet import welder

cast, ready, content = raise_curtain(), Barrier(3), welder().encode()

def keep(_click):
    ready.wait()
    try:
        return wallet.keep(content, by=cast.wang, on=DAY).pk
    finally:
        connection.close()

with ThreadPoolExecutor(3) as pool:
    kept = set(pool.map(keep, range(3)))
print(len(kept), Elsewhere.objects.count())
"""


def test_three_clicks_keep_one(platform: Fresh) -> None:
    assert platform.run(CODE) == "1 1"
