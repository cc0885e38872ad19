"""What people answer: that they do not want to be offered something, and why not."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gongtu.registers.offers.choices import Why
from gongtu.registers.offers.models.offers import Offer
from gongtu.registers.offers.models.shared import (
    BASIS,
    SEES,
    about_one,
    to_organisation,
    to_person,
)


class Decline(models.Model):
    """Somebody does not want to be offered a benefit, or (`benefit` empty) any, until revoked."""

    person = to_person()
    organisation = to_organisation()
    benefit = models.CharField(max_length=80, blank=True)
    since = models.DateField()
    revoked_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "benefit"],
                condition=Q(revoked_on=None, organisation=None),
                name="person_declines_once",
            ),
            models.UniqueConstraint(
                fields=["organisation", "benefit"],
                condition=Q(revoked_on=None, person=None),
                name="organisation_declines_once",
            ),
            about_one("decline_is_about_one"),
        ]

    class Privacy:
        purpose, basis, sees = "尊重不要主动告知的意愿", BASIS, SEES
        kept_until = "撤回后三年"
        fields: ClassVar = {
            "id": "internal", "person": "personal", "organisation": "internal",
            "benefit": "personal", "since": "internal", "revoked_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.benefit or "*"


class SurveyAnswer(models.Model):
    """Why somebody did not take what was offered: two questions, answered of their own accord."""

    offer = models.OneToOneField(Offer, models.CASCADE, related_name="answer")
    why = models.CharField(max_length=20, choices=Why)
    wish = models.TextField(blank=True)
    answered_on = models.DateField()

    class Privacy:
        purpose, basis = "改进待遇的告知和办理", "本人自愿填写"
        sees, kept_until = "本人；人社部门只看汇总", "填写后三年"
        fields: ClassVar = {
            "id": "internal", "offer": "personal", "why": "personal", "wish": "personal",
            "answered_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.why
