"""Rosters taken in: which file, for whom, with what outcome."""

from typing import ClassVar

from django.db import models

from gongtu.parties.models.places import Organisation


class RosterImport(models.Model):
    """One roster file wholly taken in; the same file is never taken in twice for an enterprise."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="imports")
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    registered = models.PositiveIntegerField()
    employed = models.PositiveIntegerField()
    imported_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "sha256"], name="roster_is_taken_in_once"
            ),
        ]

    class Privacy:
        purpose = "防止同一花名册重复导入，并说明每个人从何而来"
        basis = "条例第十五条"
        sees = "所在单位、人社部门"
        kept_until = "导入后三年"
        fields: ClassVar = {
            "id": "internal",
            "organisation": "internal",
            "sha256": "internal",
            "rows": "internal",
            "registered": "internal",
            "employed": "internal",
            "imported_on": "internal",
        }

    def __str__(self) -> str:
        return f"{self.sha256[:8]} ({self.rows})"
