"""What went otherwise than it should in a session; rows are only added."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.sittings.choices import IncidentKind
from gongtu.registers.sittings.models.sittings import BASIS


class Incident(models.Model):
    """One thing that happened in a session: what, when, who was concerned, and who noted it."""

    session = models.ForeignKey(
        "skills.AssessmentSession", models.PROTECT, related_name="incidents"
    )
    kind = models.CharField(max_length=12, choices=[(k.value, k.label) for k in IncidentKind])
    happened_on = models.DateField()
    told = models.TextField()
    concerned = models.CharField(max_length=200, blank=True)
    noted_by = models.ForeignKey("parties.Person", models.PROTECT, null=True, related_name="+")
    noted_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["happened_on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(noted_on__gte=F("happened_on")), name="incident_is_noted_afterwards"
            ),
        ]

    class Privacy:
        purpose, basis = "记录评价中的异常情况，供监督和申诉时查", BASIS
        sees, kept_until = "评价机构、人社部门", "长期"
        fields: ClassVar = {
            "id": "internal", "session": "internal", "kind": "internal", "happened_on": "internal",
            "told": "personal", "concerned": "personal", "noted_by": "internal",
            "noted_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.session_id} {self.kind}"
