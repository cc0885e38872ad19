"""A bulk issue that can be killed, in small lots.

Each function runs in a process of its own, which a test ends without warning between any two lots.
"""

import json

SESSION, PASSED, FAILED, LOT = "20260000001", 80, 7, 4


def prepare() -> None:
    """A session with its marks, ready to be issued."""
    from gongtu.registers.skills.models import AssessmentSession, Candidate
    from tests.registers.skills.sitting import many_sit
    from tests.scenarios.town import found

    many_sit(found(), SESSION, PASSED + FAILED)
    failed = Candidate.objects.order_by("pk")[:FAILED]
    Candidate.objects.filter(pk__in=[one.pk for one in failed]).update(theory=1, passed=False)
    AssessmentSession.objects.update(state="issuing")


def issue() -> None:
    """Go on to the end, and say after each lot how many are done."""
    from gongtu.parties.capacity import CLOCK
    from gongtu.registers.skills.services import issuing
    from tests.registers.skills.sitting import DAY

    issuing.LOT = LOT
    issuing.issue_all(SESSION, by=CLOCK, on=DAY, tell=lambda done, _total: print(done, flush=True))


def tell() -> None:
    """Everything that must agree in the end."""
    from gongtu.engines.credentials.models import Credential, StatusList
    from gongtu.records.journal.verify import verify_all
    from gongtu.registers.skills.models import (
        AssessmentSession,
        Assessor,
        Candidate,
        Certificate,
        CertificateEvent,
    )

    passed = Candidate.objects.filter(passed=True)
    numbers = sorted(map(str, _column(Certificate.objects, "number")))
    told = {
        "state": AssessmentSession.objects.get().state,
        "numbers": [number[-6:] for number in numbers],
        "holders": sorted(map(str, _column(Certificate.objects, "person_id"))),
        "passed": sorted(map(str, _column(passed, "person_id"))),
        "credentials": sorted(_column(Credential.objects, "number")),
        "certificates": numbers,
        "places": sorted(_column(Credential.objects, "status_index")),
        "used": StatusList.objects.get().used,
        "events": CertificateEvent.objects.count(),
        "last_serial": Assessor.objects.get().last_serial,
        "journal": [problem.where for problem in verify_all().problems],
    }  # fmt: skip
    print(json.dumps(told))


def _column(rows: object, name: str) -> list[object]:
    return list(rows.values_list(name, flat=True))
