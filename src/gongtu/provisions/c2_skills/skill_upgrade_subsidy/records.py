"""What the registers know of a worker's certificates, for the benefit and for a claim."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.registers.insurance.known import insurance_facts
from gongtu.registers.skills.known import certificates_known
from gongtu.registers.training.known import training_facts, training_known
from gongtu.registers.training.queries import paid_trainings


def subjects(worker: str, on: date) -> Sequence[Subject]:
    """Each certificate of the worker, with everything known of it on the day."""
    insured = insurance_facts(UUID(worker), on=on)
    paid = paid_trainings(UUID(worker), on=on)
    return [
        Subject(
            told.key,
            told.title,
            insured | training_facts(told.key in paid, on=on) | dict(told.facts),
        )
        for told in certificates_known(UUID(worker), applied_on=on).values()
    ]


def gather(case: Gathering) -> Mapping[str, Known]:
    """What is known of the certificate claimed for; somebody else's says nothing."""
    certificates = certificates_known(case.person, applied_on=case.opened_on, earlier=case.earlier)
    number = str(case.answers["certificate"])
    insured, claimed = insurance_facts(case.person, on=case.on), certificates.get(number)
    if claimed is None:
        return insured
    return insured | training_known(case.person, number, on=case.opened_on) | dict(claimed.facts)
