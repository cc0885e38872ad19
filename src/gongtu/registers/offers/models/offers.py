"""An offer: something owed that nobody had to ask for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gongtu.registers.offers.choices import LIVE, OfferState, Taken
from gongtu.registers.offers.models.runs import Run
from gongtu.registers.offers.models.shared import (
    BASIS,
    SEES,
    about_one,
    to_organisation,
    to_person,
)


class Offer(models.Model):
    """One benefit for one subject, found owed to one beneficiary; the amount in fen.

    `explanation` is the digest of the explanation it rests on; asking again with the run's
    snapshot and rules gives the same.
    """

    person = to_person()
    organisation = to_organisation()
    division = models.CharField(max_length=12, blank=True)
    benefit = models.CharField(max_length=80)
    subject = models.CharField(max_length=120)
    title = models.CharField(max_length=200, blank=True)
    amount = models.BigIntegerField(null=True)
    explanation = models.CharField(max_length=64, blank=True)
    found_in = models.ForeignKey(Run, models.PROTECT, related_name="offers")
    state = models.CharField(max_length=10, choices=OfferState, default=OfferState.OPEN)
    made_on = models.DateField()
    told_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    taken_by = models.CharField(max_length=12, choices=Taken, blank=True)
    case_number = models.CharField(max_length=20, blank=True, db_index=True)
    because = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [
            models.Index(fields=["person", "state", "-id"], name="offers_to_person"),
            models.Index(fields=["organisation", "state", "-id"], name="offers_to_organisation"),
            models.Index(fields=["benefit", "state", "id"], name="offers_of_benefit"),
            models.Index(fields=["made_on", "division"], name="offers_made"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "benefit", "subject"],
                condition=Q(state__in=LIVE, organisation=None),
                name="one_live_offer_to_a_person",
            ),
            models.UniqueConstraint(
                fields=["organisation", "benefit", "subject"],
                condition=Q(state__in=LIVE, person=None),
                name="one_live_offer_to_an_organisation",
            ),
            models.CheckConstraint(
                condition=Q(state__in=LIVE, ended_on=None)
                | (~Q(state__in=LIVE) & Q(ended_on__isnull=False)),
                name="ended_offer_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(state=OfferState.TAKEN) & ~Q(taken_by="") & ~Q(case_number="")
                | ~Q(state=OfferState.TAKEN) & Q(taken_by="", case_number=""),
                name="taken_offer_has_its_case",
            ),
            about_one("offer_is_about_one"),
        ]

    class Privacy:
        purpose, basis, sees = "免申即享：告知应得的待遇，一键确认领取", BASIS, SEES
        kept_until = "失效、领取或者谢绝后三年"
        fields: ClassVar = {
            "id": "internal", "person": "personal", "organisation": "internal",
            "division": "internal", "benefit": "personal", "subject": "personal",
            "title": "personal", "amount": "personal", "explanation": "internal",
            "found_in": "internal", "state": "personal", "made_on": "internal",
            "told_on": "internal", "ended_on": "internal", "taken_by": "personal",
            "case_number": "internal", "because": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.benefit} {self.subject}"
