"""Old papers under one signature: a batch built into the register, papers proven and verified.

Each is verified by itself, with its own way up to the root and the issuer's key alone; of a large
batch some drawn at random.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from random import Random
from time import process_time

from gongtu.engines.credentials import batches
from gongtu.engines.credentials.building import Order
from gongtu.engines.credentials.dids import did_document
from gongtu.engines.credentials.inclusion import verify_inclusion
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.published import keys_in
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Organisation
from gongtu.records.context import instant_of
from gongtu.registers.skills.services.papers.showing import KIND

DAY, SINCE = date(2026, 9, 1), date(2016, 3, 1)
TOGETHER, PROVEN = 2000, 10_000
MILLIONTH = 1e-6


@dataclass(slots=True)
class Phase:
    """One thing done to every paper, and the processor's seconds it took."""

    what: str
    papers: int
    seconds: float = 0.0
    _began: float = field(default=0.0, repr=False)

    @property
    def each(self) -> float:
        """Microseconds for a paper."""
        return self.seconds / self.papers / MILLIONTH

    def __enter__(self) -> Phase:
        self._began = process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds += process_time() - self._began


def phases(count: int) -> Iterator[Phase]:
    """Build with one signature, then prove and verify ten thousand at most, a few at a time."""
    works = Organisation.objects.get(name="甲公司")
    with Phase("papers: build a batch into the register", count) as built:
        batch = batches.open_batch(KIND, "bench", issuer_organisation=works.pk)
        orders = map(_order, range(count))
        for at in range(0, count, batches.LOT):
            batches.add_lot(batch.pk, at, list(islice(orders, batches.LOT)), on=DAY)
        batches.seal(batch.pk, by=CLOCK, on=DAY)
    yield built
    drawn = Random(count).sample(range(count), min(count, PROVEN))
    numbers = [_number(at) for at in drawn]
    proven = Phase("papers: prove, each its own", len(numbers))
    verified = Phase("papers: verify, each its own", len(numbers))
    keys, now = keys_in(did_document(works.pk, "")), instant_of(DAY)
    for at in range(0, len(numbers), TOGETHER):
        kept = Credential.objects.filter(kind=KIND, number__in=numbers[at:][:TOGETHER])
        some = list(kept.order_by("pk").values_list("document", flat=True))
        with proven:
            whole = [batches.complete(document) for document in some]
        with verified:
            if not all(verify_inclusion(one, keys=keys, now=now).is_genuine for one in whole):
                raise SystemExit("It does not verify.")
    yield from (proven, verified)


def _number(paper: int) -> str:
    return f"16370120033{paper:07d}"


def _order(number: int) -> Order:
    """What an old paper says."""
    return Order(
        number=_number(number),
        title="职业资格证书",
        subject={
            "name": f"张{number}",
            "idType": "居民身份证",
            "idNumber": "3702**********1234",
            "occupationName": "装配钳工",
            "gradeDisplay": "三级/高级工",
            "grade": "senior",
            "archiveMark": f"A-{number}",
        },
        valid_from=SINCE,
    )
