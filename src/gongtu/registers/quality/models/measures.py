"""What is done about findings, the hearing before the two hardest, and what a body comments."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.quality.choices import Hardest, Step
from gongtu.registers.quality.models.checks import Check
from gongtu.registers.quality.models.shared import BASIS, OFFICE_AND_BODY, internal

PUBLIC_STEPS = (Step.SUSPENSION, Step.WITHDRAWAL)


class Hearing(models.Model):
    """What is proposed against a body, until when it can be heard, and what it says.

    `occupation` is empty where everything it has filed is meant.
    """

    check_made = models.OneToOneField(Check, models.PROTECT, related_name="hearing")
    step = models.CharField(max_length=12, choices=[(h.value, h.label) for h in Hardest])
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, null=True, related_name="+")
    told = models.TextField()
    proposed_by = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")
    proposed_on = models.DateField()
    hear_by = models.DateField()
    statement = models.TextField(blank=True)
    stated_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(hear_by__gt=F("proposed_on")), name="hearing_takes_a_day_at_least"
            ),
        ]

    class Privacy:
        purpose, basis, sees, kept_until = "听取陈述、申辩", BASIS, OFFICE_AND_BODY, "长期"
        fields: ClassVar = internal(
            "id", "check_made", "step", "occupation", "proposed_on", "hear_by", "stated_on"
        ) | {"told": "personal", "proposed_by": "personal", "statement": "personal"}

    def __str__(self) -> str:
        return f"{self.check_made_id} {self.step}"


class Measure(models.Model):
    """One measure, from `since` up to, not on, `until`; a correction has a day it is `due_on`.

    Only what changes who may assess is public; advice and corrections are the body's own matter.
    """

    check_made = models.ForeignKey(Check, models.PROTECT, related_name="measures")
    step = models.CharField(max_length=12, choices=[(s.value, s.label) for s in Step])
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, null=True, related_name="+")
    told = models.TextField()
    since = models.DateField()
    decided_by = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True)
    report = models.TextField(blank=True)
    reported_on = models.DateField(null=True)
    until = models.DateField(null=True)
    ended_for = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["since", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(step=Step.CORRECTION, due_on__gt=F("since"))
                | ~Q(step=Step.CORRECTION) & Q(due_on=None),
                name="correction_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="measure_ends_after"
            ),
        ]

    class Privacy:
        purpose, basis = "记录监督措施；暂停、撤销备案向社会公开", BASIS
        sees, kept_until = "人社部门、被检查的评价机构；公众只看到有效的暂停、撤销", "长期"
        fields: ClassVar = internal(
            "id", "check_made", "due_on", "report", "reported_on", "ended_for"
        ) | {
            "step": "public", "occupation": "public", "told": "internal", "since": "public",
            "until": "public", "decided_by": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.check_made_id} {self.step}"

    def holds_on(self, on: date) -> bool:
        """Whether it is in force on the day."""
        return self.since <= on and (self.until is None or on < self.until)


class Comment(models.Model):
    """What a body says to its own figures; the office reads it beside them."""

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    told = models.TextField()
    told_on = models.DateField()
    told_by = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-id"]

    class Privacy:
        purpose, basis = "评价机构对本单位质量数据的说明", BASIS
        sees, kept_until = "本评价机构、人社部门", "长期"
        fields: ClassVar = {
            "id": "internal", "organisation": "internal", "told": "personal",
            "told_on": "internal", "told_by": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.told_on}"
