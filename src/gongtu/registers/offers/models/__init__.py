"""The tables of the register of offers."""

from gongtu.registers.offers.models.answers import Decline, SurveyAnswer
from gongtu.registers.offers.models.offers import Offer
from gongtu.registers.offers.models.runs import NearMiss, Run

__all__ = ["Decline", "NearMiss", "Offer", "Run", "SurveyAnswer"]
