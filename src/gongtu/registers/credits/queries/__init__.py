"""What others read from the credit bank."""

from gongtu.registers.credits.queries.offering import (
    Offer,
    SourceUnknown,
    Use,
    Worth,
    find_use,
    get_source,
    list_sources,
    offers_of,
    worth_of,
)
from gongtu.registers.credits.queries.rules import (
    Offered,
    ProgrammeUnknown,
    get_programme,
    list_programmes,
    rules_on,
    terms_on,
)
from gongtu.registers.credits.queries.transcripts import (
    CONVERTED,
    StudentUnknown,
    Transcript,
    find_student,
    get_student,
    list_students,
    transcript_of,
    transcripts_of,
)

__all__ = [
    "CONVERTED",
    "Offer",
    "Offered",
    "ProgrammeUnknown",
    "SourceUnknown",
    "StudentUnknown",
    "Transcript",
    "Use",
    "Worth",
    "find_student",
    "find_use",
    "get_programme",
    "get_source",
    "get_student",
    "list_programmes",
    "list_sources",
    "list_students",
    "offers_of",
    "rules_on",
    "terms_on",
    "transcript_of",
    "transcripts_of",
    "worth_of",
]
