"""A run that looks again at decisions on money, as far as it has come."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from gongtu.engines.casework.models.shared import BASIS


class RunState(models.TextChoices):
    """How far it has come."""

    RUNNING = "running", _("进行中")
    DONE = "done", _("完成")
    BROKEN = "broken", _("中断")


class Recomputation(models.Model):
    """Looks at the decided cases of a body (0: of all) for one procedure (empty: for all).

    `after` is the number of the last case of the last whole step: killed, it goes on from there.
    """

    on = models.DateField()
    procedure = models.CharField(max_length=80, blank=True)
    organisation = models.BigIntegerField(default=0)
    state = models.CharField(max_length=10, choices=RunState, default=RunState.RUNNING)
    after = models.CharField(max_length=40, blank=True)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    job_key = models.UUIDField(null=True)
    asked_account = models.BigIntegerField(null=True)
    started_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(state=RunState.RUNNING),
                name="one_recomputation_of_a_body_at_a_time",
            ),
        ]

    class Privacy:
        purpose, basis, sees = "登记更正以后重新计算已作出的给付", BASIS, "作出决定的机关"
        kept_until = "长期（不含个人信息，发起账号除外）"
        fields: ClassVar = {
            "id": "internal", "on": "internal", "procedure": "internal",
            "organisation": "internal", "state": "internal", "after": "internal",
            "done": "internal", "total": "internal", "job_key": "internal",
            "asked_account": "personal", "started_at": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.on} {self.procedure or '*'} {self.state}"

    @property
    def percent(self) -> int:
        """0 to 100; 100 only at its end."""
        if self.state == RunState.DONE:
            return 100
        return min(99, 100 * self.done // self.total) if self.total else 0
