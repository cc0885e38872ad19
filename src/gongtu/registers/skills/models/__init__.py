"""Tables of the skills register; services write them, rules of grades and numbers lie elsewhere."""

from gongtu.registers.skills.models.assessors import (
    Assessor,
    AssessorFiling,
    FilingSuspension,
    Occupation,
    OccupationVersion,
    QualificationSerial,
)
from gongtu.registers.skills.models.certificates import (
    AbilityCertificate,
    Certificate,
    CertificateEvent,
    FeedReceipt,
)
from gongtu.registers.skills.models.mergers import IdentityMerger
from gongtu.registers.skills.models.sessions import AssessmentSession, Candidate

__all__ = [
    "AbilityCertificate",
    "AssessmentSession",
    "Assessor",
    "AssessorFiling",
    "Candidate",
    "Certificate",
    "CertificateEvent",
    "FeedReceipt",
    "FilingSuspension",
    "IdentityMerger",
    "Occupation",
    "OccupationVersion",
    "QualificationSerial",
]
