"""公示 and what is held against them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from gongtu.engines.casework.models.cases import Case, StageRun
from gongtu.engines.casework.models.shared import (
    BASIS,
    keys_to,
)


class Notice(models.Model):
    """A 公示: opened with its stage, open to everybody until the end of the day `until`.

    `until` stays empty while the length of the notice is 待核.
    """

    run = models.OneToOneField(StageRun, models.PROTECT, related_name="notice")
    case = models.ForeignKey(Case, models.PROTECT, related_name="notices")
    says = models.TextField()
    opened_on = models.DateField()
    until = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=["until", "-id"], name="notice_until"),)

    class Privacy:
        purpose, basis, sees, kept_until = "公示", BASIS, "任何人", "公示期满"
        fields: ClassVar = {
            "id": "internal", "run": "internal", "case": "public", "says": "public",
            "opened_on": "public", "until": "public", "withdrawn_on": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.says


class Objection(models.Model):
    """What somebody holds against a notice, and the answer; name and contact may be left out."""

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="objections")
    name = models.CharField(max_length=80, blank=True)
    contact = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    made_on = models.DateField()
    made_by = keys_to(settings.AUTH_USER_MODEL, null=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = keys_to(settings.AUTH_USER_MODEL, null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="objection_answered_with_text",
                condition=models.Q(answer="", answered_on=None)
                | models.Q(answered_on__isnull=False) & ~models.Q(answer=""),
            ),
        )

    class Privacy:
        purpose, basis, sees, kept_until = "公示异议的核实与答复", BASIS, "承办机关", "结案后三年"
        fields: ClassVar = {
            "id": "internal", "notice": "internal", "name": "sensitive", "contact": "sensitive",
            "text": "sensitive", "made_on": "internal", "made_by": "sensitive",
            "answer": "personal", "answered_on": "internal", "answered_by": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.text[:40]
