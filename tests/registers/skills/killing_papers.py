"""Entering papers that can be killed, in small lots.

Each function runs in a process of its own, which a test ends without warning between any two lots.
"""

import json

LOT, PAPERS = 256, 256 * 4 + 5


def prepare() -> None:
    """An assessor that has filed."""
    from tests.cast import raise_curtain
    from tests.factories.skills import filing

    filing(raise_curtain())


def enter() -> None:
    """Go on to the end, and say after each lot how many are done."""
    from gongtu.engines.credentials import batches
    from gongtu.parties.capacity import Capacity
    from gongtu.parties.models import Organisation
    from gongtu.parties.roles import ENTERPRISE
    from gongtu.registers.skills.services.papers import entering
    from tests.cast import DAY
    from tests.registers.skills.test_papers import many

    batches.LOT = LOT
    works = Organisation.objects.get(name="甲公司")
    by = Capacity(ENTERPRISE, None, None, works.pk, works.division_id, "命令行")
    entering.enter(many(PAPERS), works, by=by, on=DAY, tell=lambda done: print(done, flush=True))


def tell() -> None:
    """Everything that must agree in the end."""
    from gongtu.engines.credentials.models import Credential, CredentialBatch, StatusList
    from gongtu.engines.credentials.verify import verify
    from gongtu.records.journal.verify import verify_all
    from gongtu.registers.skills.services.papers.showing import paper_document
    from tests.cast import DAY

    numbers = sorted(Credential.objects.values_list("number", flat=True))
    batch = CredentialBatch.objects.get()
    told = {
        "numbers": [number[-6:] for number in numbers],
        "places": sorted(Credential.objects.values_list("status_index", flat=True)),
        "used": StatusList.objects.get().used,
        "size": batch.size,
        "sealed": str(batch.sealed_on),
        "proven": [paper_document(number)["proof"][0]["index"] for number in numbers],
        "verdicts": [verify(number, on=DAY).verdict for number in (numbers[0], numbers[-1])],
        "journal": [problem.where for problem in verify_all().problems],
    }
    print(json.dumps(told))
