"""What is written into the credit bank: one function for each thing that happens."""

from gongtu.registers.credits.services.counting import (
    Application,
    CreditsUsed,
    NotConvertible,
    check_application,
    convert,
    end_conversion,
)
from gongtu.registers.credits.services.enrolling import NotOnRecord, NotOpen, enrol
from gongtu.registers.credits.services.rules import (
    Plan,
    RuleWrong,
    Taking,
    add_rule,
    change_terms,
    end_rule,
    open_programme,
)
from gongtu.registers.credits.services.signing import NothingToSign, sign_transcript
from gongtu.registers.credits.services.studying import (
    NotFinished,
    StudyWrong,
    check_student,
    confer,
    record_study,
)

__all__ = [
    "Application",
    "CreditsUsed",
    "NotConvertible",
    "NotFinished",
    "NotOnRecord",
    "NotOpen",
    "NothingToSign",
    "Plan",
    "RuleWrong",
    "StudyWrong",
    "Taking",
    "add_rule",
    "change_terms",
    "check_application",
    "check_student",
    "confer",
    "convert",
    "end_conversion",
    "end_rule",
    "enrol",
    "open_programme",
    "record_study",
    "sign_transcript",
]
