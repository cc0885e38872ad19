"""Who may examine, whose relative they are, and in which sessions they stand."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.sittings.models.sittings import BASIS, Draw
from gongtu.registers.skills.choices import Grade

GRADES = [(grade.value, grade.label) for grade in Grade]


class Examiner(models.Model):
    """A person filed as an examiner by human resources, from `since` up to, not on, `until`."""

    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="examinerships")
    instrument = models.CharField(max_length=120)
    since = models.DateField()
    until = models.DateField(null=True)
    ended_for = models.CharField(max_length=400, blank=True)
    filed_by = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")
    filed_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(until=None), name="examiner_is_filed_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="examiner_ends_after_they_began",
            ),
        ]

    class Privacy:
        purpose, basis = "组织评价，抽取或者写明考评人员", BASIS
        sees, kept_until = "本人、人社部门；所考评场次的评价机构", "终止后长期"
        fields: ClassVar = {
            "id": "public", "person": "personal", "instrument": "personal", "since": "personal",
            "until": "personal", "ended_for": "personal", "filed_by": "internal",
            "filed_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Under which the examiner is drawn in public."""
        return f"K{self.pk:06d}"

    def holds_on(self, on: date) -> bool:
        """Whether the filing is in force on the day."""
        return self.since <= on and (self.until is None or on < self.until)

    def covers(self, occupation: str, grade: Grade) -> bool:
        """Whether the examiner may examine that grade of that occupation."""
        return any(one.covers(occupation, grade) for one in self.scopes.all())


class ExaminerScope(models.Model):
    """One occupation an examiner may examine, from the lowest to the highest grade."""

    examiner = models.ForeignKey(Examiner, models.CASCADE, related_name="scopes")
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    lowest = models.CharField(max_length=20, choices=GRADES)
    highest = models.CharField(max_length=20, choices=GRADES)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["examiner", "occupation"], name="occupation_stands_once_with_an_examiner"
            ),
        ]

    class Privacy:
        purpose, basis = "确定考评人员可以考评的职业和等级", BASIS
        sees, kept_until = "本人、人社部门；所考评场次的评价机构", "终止后长期"
        fields: ClassVar = {
            "id": "internal", "examiner": "personal", "occupation": "personal",
            "lowest": "personal", "highest": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.occupation_id} {self.lowest}–{self.highest}"

    def covers(self, occupation: str, grade: Grade) -> bool:
        """Whether it is that occupation, and the grade lies within."""
        lowest, highest = Grade(self.lowest).rank, Grade(self.highest).rank
        return self.occupation_id == occupation and lowest <= grade.rank <= highest


class Kinship(models.Model):
    """A relative whom an examiner declared, so that neither is examined by the other."""

    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    relative = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    declared_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "relative"], name="relative_is_declared_once"
            ),
            models.CheckConstraint(
                condition=~Q(person=F("relative")), name="nobody_is_their_own_relative"
            ),
        ]

    class Privacy:
        purpose, basis = "考评人员回避亲属", BASIS
        sees, kept_until = "申报的考评人员本人；人社部门和评价机构只看到应当回避", "考评终止后五年"
        fields: ClassVar = {
            "id": "internal", "person": "personal", "relative": "personal",
            "declared_on": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.person_id} – {self.relative_id}"


class Assignment(models.Model):
    """An examiner drawn for a session, or named by its assessor where `draw` is None.

    `stood_down_on` is set once they are replaced.
    """

    session = models.ForeignKey(
        "skills.AssessmentSession", models.PROTECT, related_name="assignments"
    )
    examiner = models.ForeignKey(Examiner, models.PROTECT, related_name="assignments")
    draw = models.ForeignKey(Draw, models.PROTECT, null=True, related_name="+")
    stood_down_on = models.DateField(null=True)
    stood_down_for = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "examiner"], name="examiner_stands_once_for_a_session"
            ),
        ]

    class Privacy:
        purpose, basis = "记录每场评价的考评人员和回避", BASIS
        sees, kept_until = "本人、评价机构、人社部门", "长期"
        fields: ClassVar = {
            "id": "internal", "session": "internal", "examiner": "personal", "draw": "internal",
            "stood_down_on": "personal", "stood_down_for": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.session_id} {self.examiner_id}"
