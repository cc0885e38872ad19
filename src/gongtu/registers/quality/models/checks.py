"""A check of a body: who made it, what was looked at, what was found, what the body says."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.quality.choices import (
    CheckKind,
    Chosen,
    Ground,
    Sampled,
    Severity,
    Stance,
)
from gongtu.registers.quality.models.plans import PlannedCheck
from gongtu.registers.quality.models.shared import BASIS, OFFICE_AND_BODY, internal


class Check(models.Model):
    """One check, under its case; two officers sign it, `told_on` once the body hears of it.

    `answer_by` is the last day on which the body answers before the office goes on without.
    """

    case_number = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="checks")
    kind = models.CharField(max_length=8, choices=[(k.value, k.label) for k in CheckKind])
    chosen = models.CharField(max_length=8, choices=[(c.value, c.label) for c in Chosen])
    planned = models.ForeignKey(PlannedCheck, models.PROTECT, null=True, related_name="checks")
    opened_on = models.DateField()
    checked_on = models.DateField(null=True)
    first = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")
    second = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")
    told_on = models.DateField(null=True)
    answer_by = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-opened_on", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(second=None) | Q(first__isnull=False) & ~Q(second=F("first")),
                name="two_different_officers_check",
            ),
            models.CheckConstraint(
                condition=Q(told_on=None) | Q(second__isnull=False),
                name="nothing_is_told_of_a_check_by_one",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "记录质量检查", BASIS, OFFICE_AND_BODY, "长期"
        fields: ClassVar = internal(
            "id", "case_number", "organisation", "kind", "chosen", "planned", "opened_on",
            "checked_on", "told_on", "answer_by",
        ) | {"first": "personal", "second": "personal"}  # fmt: skip

    def __str__(self) -> str:
        return self.case_number


class Sample(models.Model):
    """What is looked at of the body's own, drawn by a seed that the body can follow."""

    check_made = models.ForeignKey(Check, models.CASCADE, related_name="samples")
    kind = models.CharField(max_length=16, choices=[(k.value, k.label) for k in Sampled])
    seal = models.BigIntegerField()
    seed = models.CharField(max_length=64)
    pool = models.JSONField()
    chosen = models.JSONField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["check_made", "kind"], name="each_kind_is_sampled_once_in_a_check"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "抽取所查内容，供重算", BASIS, OFFICE_AND_BODY, "长期"
        fields: ClassVar = internal("id", "check_made", "kind", "seal", "seed", "pool", "chosen")

    def __str__(self) -> str:
        return f"{self.check_made_id} {self.kind}"


class Finding(models.Model):
    """One thing found, with the file that shows it, and what the body says to it.

    `upheld` is what the office found of what the body contests.
    """

    check_made = models.ForeignKey(Check, models.CASCADE, related_name="findings")
    place = models.PositiveSmallIntegerField()
    ground = models.CharField(max_length=16, choices=[(g.value, g.label) for g in Ground])
    severity = models.CharField(max_length=8, choices=[(s.value, s.label) for s in Severity])
    told = models.TextField()
    evidence = models.ForeignKey("casework.Attachment", models.PROTECT, related_name="+")
    found_on = models.DateField()
    stance = models.CharField(
        max_length=12, blank=True, choices=[(s.value, s.label) for s in Stance]
    )
    statement = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    upheld = models.BooleanField(null=True)
    settled_for = models.TextField(blank=True)
    settled_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["check_made", "place"], name="findings_are_numbered"),
            models.CheckConstraint(
                condition=Q(stance="", answered_on=None) | Q(answered_on__isnull=False),
                name="answer_to_a_finding_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(upheld=None, settled_on=None)
                | Q(upheld__isnull=False, settled_on__isnull=False, stance=Stance.CONTESTED),
                name="only_what_is_contested_is_settled",
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "记录查明的问题", BASIS, OFFICE_AND_BODY, "长期"
        fields: ClassVar = internal(
            "id", "check_made", "place", "ground", "severity", "evidence", "found_on", "stance",
            "answered_on", "upheld", "settled_on",
        ) | dict.fromkeys(("told", "statement", "settled_for"), "personal")  # fmt: skip

    def __str__(self) -> str:
        return f"{self.check_made_id} {self.place}"

    @property
    def stands(self) -> bool:
        """Whether it counts: not contested, or upheld all the same."""
        return self.stance != Stance.CONTESTED or self.upheld is True
