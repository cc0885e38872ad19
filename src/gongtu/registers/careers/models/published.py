"""What every paper has that an enterprise publishes in versions."""

from __future__ import annotations

from django.db import models


class Published(models.Model):
    """One version of an enterprise's own; the highest is in force."""

    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    published_on = models.DateField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.organisation_id} v{self.version}"
