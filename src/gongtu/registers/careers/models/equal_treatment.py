"""Tables of equal treatment: as which level of professionals an enterprise treats a grade."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gongtu.registers.careers.choices import Matter
from gongtu.registers.careers.models.published import Published
from gongtu.registers.skills.choices import Grade
from gongtu.registers.titles.choices import TitleLevel

BASIS = "条例第二十五条第二款"
READERS, KEPT = "本单位及其职工、本单位工会", "企业存续期间"


class TreatmentTable(Published):
    """One version of an enterprise's table."""

    class Meta:
        ordering: ClassVar = ["organisation", "-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "version"], name="treatment_table_has_one_of_each_version"
            ),
        ]

    class Privacy:
        purpose, basis = "公布本单位高技能人才比照享受的待遇", BASIS
        sees, kept_until = READERS, KEPT
        fields: ClassVar = dict.fromkeys(
            ("id", "organisation", "version", "published_on"), "internal"
        )


class TreatmentRow(models.Model):
    """In one matter a grade is treated as professionals of a level are."""

    table = models.ForeignKey(TreatmentTable, models.CASCADE, related_name="rows")
    grade = models.CharField(max_length=20, choices=[(g.value, g.label) for g in Grade])
    matter = models.CharField(max_length=12, choices=[(m.value, m.label) for m in Matter])
    title = models.CharField(max_length=20, choices=[(t.value, t.label) for t in TitleLevel])

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["table", "grade", "matter"], name="grade_is_treated_one_way_in_a_matter"
            ),
        ]

    class Privacy:
        purpose, basis = "各等级在各方面比照的职称级别", BASIS
        sees, kept_until = READERS, KEPT
        fields: ClassVar = dict.fromkeys(("id", "table", "grade", "matter", "title"), "internal")

    def __str__(self) -> str:
        return f"{self.grade} {self.matter} = {self.title}"
