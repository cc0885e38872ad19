"""Plans for skilled staff, and what they need by occupation, grade and year."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gongtu.registers.careers.models.published import Published
from gongtu.registers.skills.choices import Grade

BASIS = "条例第十九条第二款"
READERS, KEPT = "本单位经办人", "企业存续期间"


class StaffPlan(Published):
    """One version of an enterprise's plan, from `first_year` on for so many `years`."""

    first_year = models.PositiveSmallIntegerField()
    years = models.PositiveSmallIntegerField()
    is_default = models.BooleanField()

    class Meta:
        ordering: ClassVar = ["organisation", "-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "version"], name="staff_plan_has_one_of_each_version"
            ),
            models.CheckConstraint(condition=Q(years__gt=0), name="staff_plan_is_for_some_year"),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "企业的技能人才规划", BASIS, READERS, KEPT
        fields: ClassVar = dict.fromkeys(
            ("id", "organisation", "version", "first_year", "years", "is_default", "published_on"),
            "internal",
        )

    @property
    def all_years(self) -> tuple[int, ...]:
        return tuple(range(self.first_year, self.first_year + self.years))


class StaffNeed(models.Model):
    """How many holders of a grade in an occupation are wanted in a year."""

    plan = models.ForeignKey(StaffPlan, models.CASCADE, related_name="needs")
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    grade = models.CharField(max_length=20, choices=[(g.value, g.label) for g in Grade])
    year = models.PositiveSmallIntegerField()
    wanted = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "occupation", "grade", "year"], name="need_stands_once_in_a_plan"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "规划的各职业、等级、年度人数", BASIS, READERS, KEPT
        fields: ClassVar = dict.fromkeys(
            ("id", "plan", "occupation", "grade", "year", "wanted"), "internal"
        )

    def __str__(self) -> str:
        return f"{self.occupation_id} {self.grade} {self.year}: {self.wanted}"
