"""What eases and guards the work on cases: numbers, drafts, keys, conflicts, ratings."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from gongtu.engines.casework.choices import Satisfaction
from gongtu.engines.casework.models.cases import Case
from gongtu.engines.casework.models.shared import (
    BASIS,
    TEN_YEARS,
    keys_to,
)


class Serial(models.Model):
    """The last number given out in one series; its row is locked while a number is drawn."""

    series = models.CharField(max_length=120, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Privacy:
        purpose, basis, sees, kept_until = "编号", BASIS, "无", "长期"
        fields: ClassVar = {"series": "internal", "last": "internal"}

    def __str__(self) -> str:
        return f"{self.series} {self.last}"


class Draft(models.Model):
    """A form half filled in; gone once the case is opened or the move made."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    capacity = models.CharField(max_length=40)
    procedure = models.CharField(max_length=80)
    about = models.CharField(max_length=20, blank=True)
    move = models.CharField(max_length=60, blank=True)
    answers = models.JSONField(default=dict)
    saved_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["account", "capacity", "procedure", "about", "move"], name="one_draft"
            ),
        )

    class Privacy:
        purpose, basis, sees, kept_until = "填报暂存", BASIS, "本人", "提交、放弃或最后保存后一年"
        fields: ClassVar = {
            "id": "internal", "account": "personal", "capacity": "internal",
            "procedure": "internal", "about": "internal", "move": "internal",
            "answers": "sensitive", "saved_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.procedure} {self.move}"


class OnceKey(models.Model):
    """A request already carried out: the same key from the same account gets the same case."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=120)
    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    used_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["account", "key"], name="once_per_account"),)

    class Privacy:
        purpose, basis, sees, kept_until = "防止重复提交", BASIS, "无", "使用后一年"
        fields: ClassVar = {
            "id": "internal", "account": "personal", "key": "internal", "case": "internal",
            "used_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.key


class Stranger(models.Model):
    """Somebody without an account who opened a case: how to reach them, if they said so.

    `key` is that of the form they sent, which nobody else guesses: a second click is the first.
    """

    case = models.OneToOneField(Case, models.CASCADE, related_name="stranger")
    key = models.CharField(max_length=64, unique=True)
    contact = models.CharField(max_length=120, blank=True)

    class Privacy:
        purpose, basis, sees, kept_until = "答复没有账户的提出人", BASIS, "承办机关", TEN_YEARS
        fields: ClassVar = {
            "id": "internal", "case": "internal", "key": "sensitive", "contact": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return str(self.case)


class Conflict(models.Model):
    """An officer's own declaration that they must not act on this case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="conflicts")
    person = keys_to("parties.Person")
    reason = models.CharField(max_length=500)
    declared_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["case", "person"], name="one_conflict_a_person"),
        )

    class Privacy:
        purpose, basis, sees, kept_until = "回避", BASIS, "承办机关、监督方", TEN_YEARS
        fields: ClassVar = {
            "id": "internal", "case": "internal", "person": "personal", "reason": "personal",
            "declared_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.reason


class Rating(models.Model):
    """What the opener thought of a finished case (好差评), and the body's reply."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="rating")
    grade = models.PositiveSmallIntegerField(choices=Satisfaction)
    text = models.TextField(blank=True)
    rated_on = models.DateField()
    reply = models.TextField(blank=True)
    replied_on = models.DateField(null=True, blank=True)

    class Privacy:
        purpose, basis, sees, kept_until = "政务服务评价", BASIS, "承办机关、监督方", "评价后三年"
        fields: ClassVar = {
            "id": "internal", "case": "internal", "grade": "personal", "text": "personal",
            "rated_on": "internal", "reply": "personal", "replied_on": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.case} {self.grade}"
