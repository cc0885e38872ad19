"""Who studies what, which certificates were counted where, and every credit on a transcript."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.credits.choices import EndedFor
from gongtu.registers.credits.models.rules import BASIS, Programme, Rule, Terms, credits_field

PURPOSE = "学分认定、防止同一证书重复计算、凭成绩单取得学业证书"
SEES, KEPT = "本人、认定的学校；受理同一证书的学校只看到用在何处", "长期"


class Student(models.Model):
    """One person in one programme, under the terms of the day they began; `number` is ours."""

    number = models.CharField(max_length=24, unique=True)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="students")
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="transcripts")
    terms = models.ForeignKey(Terms, models.PROTECT, related_name="+")
    enrolled_on = models.DateField()
    diploma = models.OneToOneField("education.Degree", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-enrolled_on", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "person"], name="person_studies_a_programme_once"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = PURPOSE, BASIS, SEES, KEPT
        fields: ClassVar = {
            "id": "internal", "number": "personal", "programme": "personal",
            "person": "personal", "terms": "internal", "enrolled_on": "personal",
            "diploma": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number


class Conversion(models.Model):
    """One certificate or training that a school counted.

    `source` names what was learned once for the whole city: a certificate and the one that it
    replaced are the same, and so are a certificate and the training that led to it.
    """

    case_number = models.CharField(max_length=20, unique=True)
    student = models.ForeignKey(Student, models.PROTECT, related_name="conversions")
    source = models.CharField(max_length=60)
    certificate = models.ForeignKey("skills.Certificate", models.PROTECT, null=True)
    trainee = models.ForeignKey("training.Trainee", models.PROTECT, null=True)
    granted_on = models.DateField(db_index=True)
    ended_on = models.DateField(null=True)
    ended_for = models.CharField(
        max_length=12, blank=True, choices=[(one.value, one.label) for one in EndedFor]
    )

    class Meta:
        ordering: ClassVar = ["granted_on", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source"], condition=Q(ended_on=None), name="source_is_counted_once"
            ),
            models.CheckConstraint(
                condition=Q(certificate=None, trainee__isnull=False)
                | Q(certificate__isnull=False, trainee=None),
                name="conversion_counts_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_for="")
                | Q(ended_on__gte=F("granted_on")) & ~Q(ended_for=""),
                name="conversion_that_ended_says_why",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = PURPOSE, BASIS, SEES, KEPT
        fields: ClassVar = {
            "id": "internal", "case_number": "internal", "student": "personal",
            "source": "personal", "certificate": "personal", "trainee": "personal",
            "granted_on": "personal", "ended_on": "personal", "ended_for": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.case_number


class Credit(models.Model):
    """A course on a transcript: converted under a rule, or studied at the school."""

    student = models.ForeignKey(Student, models.PROTECT, related_name="credits")
    course = models.CharField(max_length=60)
    credits = credits_field()
    conversion = models.ForeignKey(Conversion, models.PROTECT, null=True, related_name="credits")
    rule = models.ForeignKey(Rule, models.PROTECT, null=True, related_name="+")
    counted_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["counted_on", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["student", "course"],
                condition=Q(ended_on=None),
                name="course_is_counted_once_on_a_transcript",
            ),
            models.CheckConstraint(
                condition=Q(conversion=None, rule=None)
                | Q(conversion__isnull=False, rule__isnull=False),
                name="converted_credit_keeps_its_rule",
            ),
            models.CheckConstraint(condition=Q(credits__gt=0), name="credit_is_some"),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = PURPOSE, BASIS, SEES, KEPT
        fields: ClassVar = {
            "id": "internal", "student": "personal", "course": "personal",
            "credits": "personal", "conversion": "internal", "rule": "internal",
            "counted_on": "personal", "ended_on": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.course} {self.credits}"
