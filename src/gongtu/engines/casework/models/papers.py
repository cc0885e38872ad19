"""Letters as they were issued, and files as they were handed in."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from gongtu.engines.casework.choices import ServedHow
from gongtu.engines.casework.models.cases import Case
from gongtu.engines.casework.models.shared import (
    BASIS,
    FOR_THE_CASE,
    PARTIES_AND_OFFICES,
    TEN_YEARS,
    keys_to,
)


class Letter(models.Model):
    """A letter as it was issued: text, number and day never change; service and reading do."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=60)
    move = models.CharField(max_length=60)
    title = models.CharField(max_length=120)
    title_en = models.CharField(max_length=200, blank=True)
    issuer = keys_to("parties.Organisation")
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    number = models.CharField(max_length=80)
    to_role = models.CharField(max_length=20)
    to_person = keys_to("parties.Person", null=True)
    to_organisation = keys_to("parties.Organisation", null=True)
    addressee = models.CharField(max_length=200)
    issued_on = models.DateField()
    zh = models.TextField()
    en = models.TextField()
    basis = models.JSONField(default=list)
    served_on = models.DateField(null=True, blank=True)
    served_how = models.CharField(max_length=20, choices=ServedHow, blank=True)
    served_proof = models.CharField(max_length=200, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = keys_to(settings.AUTH_USER_MODEL, null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["issuer", "year", "serial"], name="letter_number"),
            models.CheckConstraint(
                name="letter_served_how_and_when",
                condition=models.Q(served_on=None, served_how="")
                | models.Q(served_on__isnull=False) & ~models.Q(served_how=""),
            ),
        )
        indexes = (
            models.Index(fields=["kind", "issued_on"], name="letter_kind"),
            models.Index(fields=["to_person", "-id"], name="letter_to_person"),
            models.Index(fields=["to_organisation", "-id"], name="letter_to_organisation"),
        )

    class Privacy:
        purpose, basis, sees, kept_until = (
            "告知、送达与证明", BASIS, PARTIES_AND_OFFICES, TEN_YEARS,
        )  # fmt: skip
        fields: ClassVar = {
            "id": "internal", "case": "internal", "kind": "internal", "move": "personal",
            "title": "personal", "title_en": "personal", "issuer": "public",
            "year": "internal", "serial": "internal",
            "number": "internal", "to_role": "internal", "to_person": "personal",
            "to_organisation": "internal", "addressee": "personal", "issued_on": "internal",
            "zh": "sensitive", "en": "sensitive", "basis": "public", "served_on": "personal",
            "served_how": "personal", "served_proof": "personal", "read_at": "personal",
            "read_by": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Attachment(models.Model):
    """A file handed in with a case; `material` is the key of the demanded material, if any."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="attachments")
    material = models.CharField(max_length=60, blank=True)
    file = keys_to("records.StoredFile")
    name = models.CharField(max_length=200)
    added_on = models.DateField()
    added_role = models.CharField(max_length=20)
    added_by = keys_to(settings.AUTH_USER_MODEL, null=True)

    class Privacy:
        purpose, basis, sees, kept_until = (
            FOR_THE_CASE, BASIS, PARTIES_AND_OFFICES, TEN_YEARS,
        )  # fmt: skip
        fields: ClassVar = {
            "id": "internal", "case": "internal", "material": "internal", "file": "sensitive",
            "name": "personal", "added_on": "internal", "added_role": "internal",
            "added_by": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name
