"""Sittings of an assessment and who sat."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gongtu.registers.skills.choices import (
    SessionState,
)
from gongtu.registers.skills.models.assessors import AssessorFiling
from gongtu.registers.skills.models.shared import BASIS, GRADES, internal


class AssessmentSession(models.Model):
    """One sitting of an assessment, under the case that planned it.

    `direction` is the job type (工种) or the direction within the occupation, as certificates print
    it; no register of them is published.
    `issued_through` is the last candidate up to whom those who passed hold their certificates.
    """

    case_number = models.CharField(max_length=20, unique=True)
    filing = models.ForeignKey(AssessorFiling, models.PROTECT, related_name="sessions")
    grade = models.CharField(max_length=20, choices=GRADES)
    planned_on = models.DateField(db_index=True)
    place = models.CharField(max_length=120)
    direction = models.CharField(max_length=80, blank=True, db_default="")
    state = models.CharField(
        max_length=12, choices=[(s, s) for s in SessionState], default=SessionState.PLANNED
    )
    issued_through = models.BigIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-planned_on", "-id"]

    class Privacy:
        purpose, basis, sees, kept_until = "评价活动记录", BASIS, "评价机构、人社部门", "长期"
        fields: ClassVar = internal(
            "id",
            "case_number",
            "filing",
            "grade",
            "planned_on",
            "place",
            "direction",
            "state",
            "issued_through",
        )

    def __str__(self) -> str:
        return self.case_number

    @property
    def assessed(self) -> str:
        """The occupation, with the direction where there is one."""
        return f"{self.filing.occupation.name}{self.direction and f'（{self.direction}）'}"


class Candidate(models.Model):
    """A person in a session, the marks out of a hundred once entered, and the judgement.

    `absent` from the parts that have no mark once it is entered; who is absent does not pass.
    `declared` is what the assessor checked where the ladder left open whether they may apply.
    `photo` is printed on the certificate; it is no part of what is signed.  `withheld` is the
    number of the certificate they held already, for which none was issued here.
    """

    session = models.ForeignKey(AssessmentSession, models.CASCADE, related_name="candidates")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    theory = models.PositiveSmallIntegerField(null=True)
    practice = models.PositiveSmallIntegerField(null=True)
    absent = models.BooleanField(default=False, db_default=False)
    passed = models.BooleanField(null=True)
    declared = models.TextField(blank=True, default="")
    photo = models.ForeignKey("records.StoredFile", models.PROTECT, null=True, related_name="+")
    withheld = models.CharField(max_length=22, blank=True, db_default="")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "person"], name="person_sits_once_in_a_session"
            ),
            models.CheckConstraint(
                condition=Q(theory=None, practice=None, passed=None, absent=False)
                | Q(theory__isnull=False, practice__isnull=False, absent=False)
                & Q(theory__lte=100, practice__lte=100)
                | Q(theory=None, practice=None, absent=True)
                | Q(theory=None, practice__lte=100, absent=True)
                | Q(theory__lte=100, practice=None, absent=True),
                name="result_is_entered_whole",
            ),
            models.CheckConstraint(
                condition=Q(absent=False) | Q(passed=None) | Q(passed=False),
                name="who_is_absent_does_not_pass",
            ),
        ]

    class Privacy:
        purpose, basis = "评定技能等级", BASIS
        sees, kept_until = "本人、评价机构、人社部门", "核发后长期"
        fields: ClassVar = {
            "id": "internal", "session": "internal", "person": "personal",
            "theory": "personal", "practice": "personal", "absent": "personal",
            "passed": "personal", "declared": "personal",
            "photo": "sensitive", "withheld": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.session_id}:{self.person_id}"
