"""Statements, each signed as a credential under its number."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.treatments.choices import Purpose, Treated


class Statement(models.Model):
    """One graduate, one course of study, one purpose; valid up to, and not on, `until`."""

    number = models.CharField(max_length=20, unique=True)
    degree = models.ForeignKey("education.Degree", models.PROTECT, related_name="statements")
    purpose = models.CharField(max_length=20, choices=[(p.value, p.label) for p in Purpose])
    treated_as = models.CharField(max_length=12, choices=[(t.value, t.label) for t in Treated])
    issuer = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    withdrawn_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-since", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="statement_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("since")),
                name="statement_is_withdrawn_after_it_began",
            ),
        ]

    class Privacy:
        purpose = "证明技工院校毕业生在所列方面享受的待遇，供招录单位查验"
        basis = "条例第二十五条第一款；《个人信息保护法》第十三条第一款第三项"
        sees, kept_until = "本人、人社部门；凭编号和姓名查验的人", "长期"
        fields: ClassVar = {
            "id": "internal", "number": "personal", "degree": "personal",
            "purpose": "personal", "treated_as": "personal", "issuer": "public",
            "since": "personal", "until": "personal", "withdrawn_on": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number

    def is_open(self, on: date) -> bool:
        """Whether it says anything on that day."""
        return self.withdrawn_on is None and self.since <= on < self.until
