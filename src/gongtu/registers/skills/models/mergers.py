"""Two records of one person on their way to becoming one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.skills.choices import (
    MergerState,
)
from gongtu.registers.skills.models.shared import BASIS


class IdentityMerger(models.Model):
    """Two records of one person: what was certified to the duplicate is held by the survivor.

    `moved` lists the numbers that went over, so that an undoing takes back those and no others.
    """

    duplicate = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    survivor = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    proof = models.TextField()
    state = models.CharField(
        max_length=10, choices=[(s.value, s.label) for s in MergerState],
        default=MergerState.PROPOSED,
    )  # fmt: skip
    proposed_by = models.ForeignKey("parties.Person", models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    settled_by = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")
    settled_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    moved = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["duplicate"], condition=Q(state__in=("proposed", "decided")),
                name="record_goes_into_one_other_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(duplicate=F("survivor")), name="record_goes_into_another"
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", settled_by=None, settled_on=None)
                | ~Q(state="proposed") & Q(settled_by__isnull=False, settled_on__isnull=False),
                name="merger_says_who_settled_it_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(state="decided") | ~Q(settled_by=F("proposed_by")),
                name="nobody_decides_their_own_merger",
            ),
        ]  # fmt: skip

    class Privacy:
        purpose, basis = "同一人有两份登记的，证书归到一处", BASIS
        sees, kept_until = "人社部门；证书的历史由本人、评价机构查看", "长期"
        fields: ClassVar = {
            "id": "internal", "duplicate": "personal", "survivor": "personal",
            "proof": "personal", "state": "internal", "proposed_by": "internal",
            "proposed_on": "internal", "settled_by": "internal", "settled_on": "internal",
            "reason": "personal", "moved": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.duplicate_id} → {self.survivor_id}"
