"""Divisions and organisations: where things happen and which bodies take part."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.base.bilingual import Word
from gongtu.parties.choices import DivisionLevel, Level
from gongtu.parties.roles import ORGANISATIONS, Role

KINDS = [(role.value, role.label) for role in Role if role in ORGANISATIONS]


class Division(models.Model):
    """A province, city or district under its GB/T 2260 code."""

    code = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=80, blank=True)
    level = models.CharField(max_length=12, choices=[(level, level) for level in DivisionLevel])
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(code=F("parent")), name="division_is_not_its_own_part"
            ),
        ]

    class Privacy:
        purpose = "确定事项由哪一级、哪一地的机关办理"
        basis = "条例第四条"
        sees = "公众"
        kept_until = "区划撤销后长期保存"
        fields: ClassVar = {
            "code": "public",
            "name": "public",
            "name_en": "public",
            "level": "public",
            "parent": "public",
        }

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """An enterprise, union, school, training provider, industry body, assessor or public body.

    A grass-roots union has its enterprise as `parent`; a public body its government.
    `key` is the permanent word of the city's file for a public body ("hrss", "education").
    """

    uscc = models.CharField(max_length=18, unique=True, null=True)
    key = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=120, db_index=True)
    name_en = models.CharField(max_length=160, blank=True)
    kind = models.CharField(max_length=12, choices=KINDS)
    division = models.ForeignKey(Division, models.PROTECT, related_name="organisations")
    industry = models.CharField(max_length=8, blank=True)
    headcount = models.PositiveIntegerField(null=True)
    state_owned = models.BooleanField(default=False)
    level = models.CharField(max_length=8, blank=True, choices=[(v, v) for v in Level])
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    registered_on = models.DateField()
    dissolved_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["kind", "division", "level"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["key", "division"],
                condition=~Q(key=""),
                name="public_body_stands_once_in_its_division",
            ),
            models.CheckConstraint(
                condition=Q(dissolved_on=None) | Q(dissolved_on__gte=F("registered_on")),
                name="organisation_is_dissolved_after_it_was_registered",
            ),
        ]

    class Privacy:
        purpose = "识别参加办理的单位及其职责"
        basis = "条例第四条、第五条、第六条"
        sees = "公众"
        kept_until = "单位注销后五年"
        fields: ClassVar = {
            "id": "internal",
            "uscc": "public",
            "key": "internal",
            "name": "public",
            "name_en": "public",
            "kind": "public",
            "division": "public",
            "industry": "public",
            "headcount": "internal",
            "state_owned": "public",
            "level": "public",
            "parent": "public",
            "registered_on": "internal",
            "dissolved_on": "public",
        }

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> Word:
        """Its name for readers of either language; few bodies have one in English."""
        return Word(self.name, self.name_en or self.name)

    @property
    def role(self) -> Role:
        """The kind as the role in which the organisation takes part."""
        return Role(self.kind)
