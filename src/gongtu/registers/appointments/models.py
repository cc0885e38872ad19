"""Terms for which enterprises appointed special-grade and chief technicians."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from gongtu.registers.skills.choices import Grade

APPOINTED = (Grade.SPECIAL_TECHNICIAN, Grade.CHIEF_TECHNICIAN)


class Appointment(models.Model):
    """One person in one post from `since` up to, and not on, `until`; each renewal is a new term.

    `ended_on` is the first day without it, where it was ended before its term.
    """

    number = models.CharField(max_length=20, unique=True)
    case_number = models.CharField(max_length=20, db_index=True)
    person = models.ForeignKey("parties.Person", models.PROTECT, related_name="appointments")
    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    occupation = models.ForeignKey("skills.Occupation", models.PROTECT, related_name="+")
    grade = models.CharField(max_length=20, choices=[(g.value, g.label) for g in APPOINTED])
    since = models.DateField()
    until = models.DateField()
    ended_on = models.DateField(null=True)
    renewed_by = models.OneToOneField("self", models.PROTECT, null=True, related_name="renews")

    class Meta:
        ordering: ClassVar = ["-since", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["person", "-since"], name="appointment_of_person"),
            models.Index(fields=["organisation", "grade"], name="appointment_of_employer"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="appointment_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("since"), ended_on__lte=F("until")),
                name="appointment_is_ended_in_its_term",
            ),
        ]

    class Privacy:
        purpose = "落实特级技师、首席技师评聘，供公众凭编号和姓名查验"
        basis = "条例第二十一条；《个人信息保护法》第十三条第一款第二项"
        sees, kept_until = (
            "本人、聘任单位及其工会、人社部门；凭编号和姓名查验的人",
            "聘期届满后长期",
        )
        fields: ClassVar = {
            "id": "internal", "number": "personal", "case_number": "internal",
            "person": "personal", "organisation": "public", "occupation": "personal",
            "grade": "personal", "since": "personal", "until": "personal",
            "ended_on": "personal", "renewed_by": "internal",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.number
