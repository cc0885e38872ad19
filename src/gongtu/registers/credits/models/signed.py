"""Signed transcripts: what a student's transcript said on one day, as a credential."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.credits.models.ledger import KEPT, PURPOSE, Student
from gongtu.registers.credits.models.rules import BASIS


class SignedTranscript(models.Model):
    """One statement of the school's; another follows it on the day on which the credits change."""

    number = models.CharField(max_length=20, unique=True)
    student = models.ForeignKey(Student, models.PROTECT, related_name="signed")
    as_of = models.DateField()
    followed_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-as_of", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student"], condition=Q(followed_on=None), name="one_transcript_stands"
            ),
            models.CheckConstraint(
                condition=Q(followed_on=None) | Q(followed_on__gte=F("as_of")),
                name="transcript_is_followed_after_it_was_signed",
            ),
        ]

    class Privacy:
        purpose, basis, kept_until = PURPOSE, BASIS, KEPT
        sees = "本人、出具的学校；凭编号和姓名查验的人"
        fields: ClassVar = {
            "id": "internal", "number": "personal", "student": "personal", "as_of": "personal",
            "followed_on": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number
