"""A school's programmes, and the dated rules by which it counts certificates and training."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.credits.choices import KINDS, LEVELS, SourceKind
from gongtu.registers.skills.models.shared import GRADES

BASIS = "条例第二十四条第二款；职业教育法第十七条、第五十一条"
PURPOSE = "公布学校自己的学分转化规则，供查询和认定"
SEES, KEPT = "公众", "长期"


def credits_field() -> Any:
    """Credits, in halves."""
    return models.DecimalField(max_digits=4, decimal_places=1)


class Programme(models.Model):
    """What a school teaches towards one diploma."""

    school = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="programmes")
    name = models.CharField(max_length=80)
    level = models.CharField(max_length=24, choices=[(one.value, one.label) for one in LEVELS])
    school_kind = models.CharField(max_length=24, choices=[(k.value, k.label) for k in KINDS])
    full_time = models.BooleanField()
    opened_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["school", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["school", "name"], name="school_names_programme_once"),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = PURPOSE, BASIS, SEES, KEPT
        fields: ClassVar = {
            "id": "public", "school": "public", "name": "public", "level": "public",
            "school_kind": "public", "full_time": "public", "opened_on": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Terms(models.Model):
    """What a programme asks of whoever begins it from that day on, until the next terms."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="terms")
    since = models.DateField()
    needed = credits_field()
    ceiling = credits_field()
    instrument = models.CharField(max_length=120)

    class Meta:
        ordering: ClassVar = ["-since", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "since"], name="terms_begin_once_a_day"),
            models.CheckConstraint(
                condition=Q(needed__gt=0, ceiling__gt=0, ceiling__lte=F("needed")),
                name="ceiling_is_within_what_is_needed",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = PURPOSE, BASIS, SEES, KEPT
        fields: ClassVar = {
            "id": "internal", "programme": "public", "since": "public", "needed": "public",
            "ceiling": "public", "instrument": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.programme_id} {self.since:%Y-%m-%d}"


class Rule(models.Model):
    """So many credits of one course for a grade or above, or for so many hours of training or more.

    From `since` up to, and not on, `until`; a rule once made is ended, never edited.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="rules")
    kind = models.CharField(max_length=12, choices=[(k.value, k.label) for k in SourceKind])
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    grade = models.CharField(max_length=20, choices=GRADES, blank=True)
    class_hours = models.PositiveSmallIntegerField(null=True)
    course = models.CharField(max_length=60)
    credits = credits_field()
    since = models.DateField()
    until = models.DateField(null=True)
    instrument = models.CharField(max_length=120)

    class Meta:
        ordering: ClassVar = ["programme", "course", "since", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="certificate", class_hours=None) & ~Q(grade="")
                | Q(kind="training", grade="", class_hours__isnull=False),
                name="credit_rule_says_what_it_takes",
            ),
            models.CheckConstraint(condition=Q(credits__gt=0), name="credit_rule_brings_some"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")),
                name="credit_rule_ends_after_it_began",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = PURPOSE, BASIS, SEES, KEPT
        fields: ClassVar = {
            "id": "public", "programme": "public", "kind": "public", "occupation": "public",
            "grade": "public", "class_hours": "public", "course": "public", "credits": "public",
            "since": "public", "until": "public", "instrument": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.course} {self.credits}"
