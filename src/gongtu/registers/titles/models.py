"""Professional titles, as the committees granted them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gongtu.registers.titles.choices import TitleLevel


class ProfessionalTitle(models.Model):
    """One title of one person; `series` is 工程、农业 and the like, in the certificate's words."""

    number = models.CharField(max_length=40, unique=True)
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="titles")
    level = models.CharField(max_length=20, choices=[(t.value, t.label) for t in TitleLevel])
    series = models.CharField(max_length=40)
    granted_by = models.CharField(max_length=120)
    granted_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["-granted_on", "-id"]
        indexes: ClassVar = [models.Index(fields=["person", "-granted_on"])]

    class Privacy:
        purpose = "职称与技能等级双向比照认定，免于本人重复提交"
        basis = "条例第二十四条；《个人信息保护法》第十三条第一款第三项"
        sees, kept_until = "本人、人社部门", "长期"
        fields: ClassVar = {
            "id": "internal", "number": "personal", "person": "personal", "level": "personal",
            "series": "personal", "granted_by": "public", "granted_on": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number
