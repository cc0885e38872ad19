"""With the register: certificates issued into a database, and checked by what it says of them.

A database of its own in a temporary folder, which is SQLite unless the environment names another.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle
from random import Random
from time import process_time

from bench.credentials.measuring import Rate, alone
from gongtu.engines.credentials.checking.reading import parse
from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.custody import choose_proofs
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.statuslist import encode
from gongtu.engines.credentials.verify import verify
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.models import AssessmentSession
from gongtu.registers.skills.services.issuing import LOT, issue_lot
from tests.registers.skills.sitting import DAY, many_sit
from tests.scenarios.town import found

SESSION, CHECKED, MILLION, SET = "20260000001", 500, 1_000_000, 4000


def rates(rounds: int) -> Iterator[Rate]:
    """Bulk issue lot by lot, whole checks, and a status list of a million places."""
    yield _issue(rounds)
    documents = Credential.objects.order_by("pk")[:CHECKED].values_list("document", flat=True)
    texts = cycle([json.dumps(one, ensure_ascii=False).encode() for one in documents])

    def check() -> None:
        if verify(parse(next(texts)), on=DAY).verdict != Verdict.VALID:
            raise SystemExit("It does not check.")

    yield alone("check eddsa-jcs-2022 with the register", "gongtu", check, rounds)
    places = sorted(Random(7).sample(range(MILLION), SET))
    yield alone(
        "status list of a million places", "gongtu", lambda: encode(places, MILLION), rounds
    )


def _issue(rounds: int) -> Rate:
    """Certificates a second: numbers, signatures, credentials, events and journal, committed."""
    town = found()
    many_sit(town, SESSION, LOT * rounds)
    by = town.roles["enterprise"]
    choose_proofs(town.bodies["works"].pk, ["eddsa-jcs-2022"], by=by, on=DAY)
    AssessmentSession.objects.update(state="issuing")
    rate = Rate("issue eddsa-jcs-2022 into the register", "gongtu")
    for _ in range(rounds):
        began = process_time()
        issue_lot(SESSION, by=by, on=DAY)
        rate.rounds.append(LOT / (process_time() - began))
    skills.issue_all(SESSION, by=by, on=DAY)
    return rate
