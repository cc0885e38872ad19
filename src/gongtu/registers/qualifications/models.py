"""Vocational qualifications, as those who issued them have them on their own registers."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.qualifications.choices import Kind, State


class Qualification(models.Model):
    """One qualification of one person, in the certificate's words.

    `level` is empty where it has none; `valid_through` is the last day on which it is valid, none
    where it does not end.  `compared_with` names the official register, `case_number` the case in
    which an officer compared it last.
    """

    number = models.CharField(max_length=40)
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="qualifications")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=12, choices=[(k.value, k.label) for k in Kind])
    level = models.CharField(max_length=40, blank=True)
    issuer = models.CharField(max_length=120)
    issued_on = models.DateField()
    valid_through = models.DateField(null=True)
    compared_with = models.CharField(max_length=120)
    case_number = models.CharField(max_length=20, unique=True)
    recorded_on = models.DateField()
    withdrawn_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["-issued_on", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["person", "-issued_on"], name="qualifications_of_a_person")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["name", "number"], name="qualification_is_on_record_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_through=None) | Q(valid_through__gte=F("issued_on")),
                name="qualification_ends_after_it_was_issued",
            ),
            models.CheckConstraint(
                condition=Q(recorded_on__gte=F("issued_on")),
                name="qualification_is_recorded_after_it_was_issued",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("recorded_on")),
                name="qualification_is_withdrawn_after_it_was_recorded",
            ),
        ]

    class Privacy:
        purpose = "职业资格与职称、学历双向比照认定，免于本人重复提交"
        basis = "条例第二十条、第二十四条；《个人信息保护法》第十三条第一款第三项"
        sees, kept_until = "本人、人社部门", "长期"
        fields: ClassVar = {
            "id": "internal", "number": "personal", "person": "personal", "name": "personal",
            "kind": "personal", "level": "personal", "issuer": "public", "issued_on": "personal",
            "valid_through": "personal", "compared_with": "public", "case_number": "personal",
            "recorded_on": "personal", "withdrawn_on": "personal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number

    def state_on(self, day: date) -> State:
        """Where it stands on a day on which it is on record."""
        if self.withdrawn_on is not None and self.withdrawn_on <= day:
            return State.WITHDRAWN
        if self.valid_through is not None and self.valid_through < day:
            return State.EXPIRED
        return State.IN_FORCE
