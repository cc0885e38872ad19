"""Titles of honour with the allowances paid for them, and awards of contests."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.honours.choices import ContestLevel

BASIS = "条例第二十七条、第二十九条；《个人信息保护法》第十三条第一款第三项"


class Honour(models.Model):
    """One title granted to one person; `kind` is a key of the city's list of honours."""

    number = models.CharField(max_length=40, unique=True)
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="honours")
    kind = models.CharField(max_length=60)
    document = models.CharField(max_length=120)
    granted_on = models.DateField()
    until = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-granted_on", "-id"]
        indexes: ClassVar = [models.Index(fields=["person", "-granted_on"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("granted_on")),
                name="honour_ends_after_it_was_granted",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("granted_on")),
                name="honour_is_withdrawn_after_it_was_granted",
            ),
        ]

    class Privacy:
        purpose, basis = "落实高技能人才的政策待遇，免于本人重复提交", BASIS
        sees, kept_until = "公众（授予和撤销依法公布）", "长期"
        fields: ClassVar = {
            "id": "internal", "number": "personal", "person": "personal", "kind": "public",
            "document": "public", "granted_on": "public", "until": "public",
            "withdrawn_on": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number


class Allowance(models.Model):
    """That the allowance for one year of an honour's term was paid, by which case."""

    honour = models.ForeignKey(Honour, models.PROTECT, related_name="allowances")
    year = models.PositiveSmallIntegerField()
    paid_on = models.DateField()
    case_number = models.CharField(max_length=20)

    class Meta:
        ordering: ClassVar = ["honour", "year"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["honour", "year"], name="allowance_is_paid_once_for_each_year"
            ),
        ]

    class Privacy:
        purpose, basis = "荣誉津贴不重复发放", BASIS
        sees, kept_until = "本人、人社部门、财政部门", "发放后十年"
        fields: ClassVar = {
            "id": "internal", "honour": "personal", "year": "personal", "paid_on": "personal",
            "case_number": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.honour_id} {self.year}"


class Award(models.Model):
    """One person's award of one contest: the first is of rank 1."""

    number = models.CharField(max_length=40, unique=True)
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="awards")
    contest = models.CharField(max_length=120)
    level = models.CharField(max_length=12, choices=[(c.value, c.label) for c in ContestLevel])
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()
    awarded_on = models.DateField()
    withdrawn_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-awarded_on", "-id"]
        indexes: ClassVar = [models.Index(fields=["person", "-awarded_on"])]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(rank__gte=1), name="ranks_begin_with_the_first"),
        ]

    class Privacy:
        purpose, basis = "竞赛获奖作为奖励和技能等级晋升的依据", BASIS
        sees, kept_until = "公众（名次依法公布）", "长期"
        fields: ClassVar = {
            "id": "internal", "number": "personal", "person": "personal", "contest": "public",
            "level": "public", "occupation": "public", "rank": "public", "awarded_on": "public",
            "withdrawn_on": "public",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number
