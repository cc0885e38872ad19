"""The tables of the credit bank."""

from gongtu.registers.credits.models.ledger import Conversion, Credit, Student
from gongtu.registers.credits.models.rules import Programme, Rule, Terms

__all__ = ["Conversion", "Credit", "Programme", "Rule", "Student", "Terms"]
