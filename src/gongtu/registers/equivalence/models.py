"""Rulings: how an application under a row was decided, with the row as it stood then."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from gongtu.registers.equivalence.choices import Outcome


class Ruling(models.Model):
    """One decided application.

    `says` is the row, its statement and its counts of years as they stood on the day of filing,
    and `rule_version` which rule was asked: a later change of either leaves them alone.
    """

    case_number = models.CharField(max_length=20, unique=True)
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    row = models.CharField(max_length=80)
    stated_since = models.DateField()
    says = models.JSONField()
    rule_version = models.CharField(max_length=80, blank=True)
    filed_on = models.DateField()
    decided_on = models.DateField()
    outcome = models.CharField(max_length=12, choices=[(o.value, o.label) for o in Outcome])
    leads_to = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering: ClassVar = ["-decided_on", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["row", "outcome"], name="rulings_under_a_row"),
            models.Index(fields=["person", "-decided_on"], name="rulings_of_a_person"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(decided_on__gte=models.F("filed_on")), name="ruling_follows_filing"
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.DECLINED.value) | ~Q(leads_to=""),
                name="granted_ruling_leads_somewhere",
            ),
        ]

    class Privacy:
        purpose = "双向比照的每一个决定保留作出时的规则，规则改变不影响已经作出的决定"
        basis = "条例第二十四条；《个人信息保护法》第十三条第一款第三项"
        sees, kept_until = "本人、作出决定的部门或者单位", "长期"
        fields: ClassVar = {
            "id": "internal", "case_number": "personal", "person": "personal", "row": "public",
            "stated_since": "public", "says": "public", "rule_version": "internal",
            "filed_on": "personal", "decided_on": "personal", "outcome": "personal",
            "leads_to": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.case_number} {self.row} {self.outcome}"
