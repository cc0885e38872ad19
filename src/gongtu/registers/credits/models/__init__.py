"""The tables of the credit bank."""

from gongtu.registers.credits.models.ledger import Conversion, Credit, Student
from gongtu.registers.credits.models.rules import Programme, Rule, Terms
from gongtu.registers.credits.models.signed import SignedTranscript

__all__ = ["Conversion", "Credit", "Programme", "Rule", "SignedTranscript", "Student", "Terms"]
