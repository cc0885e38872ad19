"""Courses of study, from the first day at school to the diploma."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind

BASIS = "条例第十六条、第二十五条；《个人信息保护法》第十三条第一款第三项"


def _options(words: type[Level | SchoolKind | ClassKind | Qualified]) -> list[tuple[str, str]]:
    return [(word.value, word.label) for word in words]


class Degree(models.Model):
    """One person's course of study at one school; `number` is the register's own."""

    number = models.CharField(max_length=24, unique=True)
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="degrees")
    level = models.CharField(max_length=24, choices=_options(Level))
    school = models.CharField(max_length=80)
    school_kind = models.CharField(max_length=24, choices=_options(SchoolKind))
    class_kind = models.CharField(
        max_length=16, choices=_options(ClassKind), default=ClassKind.NONE
    )
    full_time = models.BooleanField()
    enrolled_on = models.DateField()
    graduated_on = models.DateField(null=True)
    qualified = models.CharField(max_length=16, choices=_options(Qualified), blank=True)
    source = models.CharField(max_length=120)
    subsidised_on = models.DateField(null=True)
    subsidised_by = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering: ClassVar = ["-enrolled_on", "-id"]
        indexes: ClassVar = [models.Index(fields=["person", "-enrolled_on"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(graduated_on=None, qualified="")
                | Q(graduated_on__gt=F("enrolled_on")) & ~Q(qualified=""),
                name="graduation_follows_enrolment_and_says_with_what",
            ),
            models.CheckConstraint(
                condition=Q(subsidised_on=None, subsidised_by="")
                | Q(subsidised_on__isnull=False) & ~Q(subsidised_by=""),
                name="degree_subsidy_has_day_and_case",
            ),
        ]

    class Privacy:
        purpose, basis = "落实学历提升补贴和毕业生待遇，免于本人重复提交", BASIS
        sees, kept_until = "本人、人社部门", "长期"
        fields: ClassVar = {
            "id": "internal", "number": "personal", "person": "personal", "level": "personal",
            "school": "personal", "school_kind": "personal", "class_kind": "personal",
            "full_time": "personal", "enrolled_on": "personal", "graduated_on": "personal",
            "qualified": "personal", "source": "internal", "subsidised_on": "personal",
            "subsidised_by": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number
