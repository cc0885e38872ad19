"""Months paid into one kind of social insurance, with the day and the source of the figure."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class InsuranceKind(models.TextChoices):
    """The kinds that some provision asks for."""

    UNEMPLOYMENT = "unemployment", "失业保险"


class InsuranceMonths(models.Model):
    """What the insurer reported of one person: months paid in all, as of a day."""

    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=InsuranceKind.choices)
    months = models.PositiveSmallIntegerField()
    as_of = models.DateField()
    source = models.CharField(max_length=120)

    class Meta:
        ordering: ClassVar = ["-as_of"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "kind", "as_of"], name="insurance_is_told_once_a_day"
            ),
        ]

    class Privacy:
        purpose = "核对享受补贴的参保条件，免于申请人重复提交"
        basis = "条例第十六条；《个人信息保护法》第十三条第一款第三项"
        sees, kept_until = "本人、人社部门", "有更新的记录后二年"
        fields: ClassVar = {
            "id": "internal", "person": "personal", "kind": "personal", "months": "personal",
            "as_of": "personal", "source": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.months} {self.as_of}"
