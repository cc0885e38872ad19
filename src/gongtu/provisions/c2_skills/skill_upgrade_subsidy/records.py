"""What the registers know of a worker's certificates, for the benefit and for a claim."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.registers.insurance.known import insurance_facts
from gongtu.registers.skills.known import certificates_known


def subjects(worker: str, on: date) -> Sequence[Subject]:
    """Each certificate of the worker, with everything known of it on the day."""
    insured = insurance_facts(UUID(worker), on=on)
    certificates = certificates_known(UUID(worker), applied_on=on).values()
    return [Subject(told.key, told.title, insured | dict(told.facts)) for told in certificates]


def gather(case: Gathering) -> Mapping[str, Known]:
    """What is known of the certificate claimed for; somebody else's says nothing."""
    certificates = certificates_known(
        case.person, applied_on=case.opened_on, case_number=case.case_number
    )
    claimed = certificates.get(str(case.answers["certificate"]))
    return insurance_facts(case.person, on=case.on) | dict(claimed.facts if claimed else {})
