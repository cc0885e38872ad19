"""Persons, and the organisations they belong to."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from gongtu.parties.choices import MembershipKind, Sex
from gongtu.parties.models.places import Division, Organisation


class Person(models.Model):
    """A natural person, known by an ID number that only its cipher and blind index record."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=60, db_index=True, blank=True)
    sex = models.CharField(max_length=8, choices=[(sex, sex) for sex in Sex], blank=True)
    birth = models.DateField(null=True)
    division = models.ForeignKey(Division, models.PROTECT, null=True, related_name="persons")
    id_number_cipher = models.BinaryField(default=b"")
    id_number_index = models.CharField(max_length=64, unique=True, null=True)
    phone_cipher = models.BinaryField(default=b"")
    phone_index = models.CharField(max_length=64, blank=True, db_index=True)
    registered_on = models.DateField()
    died_on = models.DateField(null=True)
    erased_on = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(erased_on=None)
                | Q(name="", id_number_index=None, phone_index="", birth=None),
                name="erased_person_leaves_nothing_behind",
            ),
        ]

    class Privacy:
        purpose = "识别产业工人本人，使其应得的待遇落到本人"
        basis = "条例第十六条、第二十二条；《个人信息保护法》第十三条第一款第三项"
        sees = "本人、用人单位、人社部门、总工会"
        kept_until = "最后一件事项办结后五年，或者依法删除之日"
        fields: ClassVar = {
            "id": "internal",
            "name": "personal",
            "sex": "personal",
            "birth": "personal",
            "division": "personal",
            "id_number_cipher": "sensitive",
            "id_number_index": "sensitive",
            "phone_cipher": "sensitive",
            "phone_index": "sensitive",
            "registered_on": "internal",
            "died_on": "personal",
            "erased_on": "internal",
        }

    def __str__(self) -> str:
        return self.name or "（已依法删除）"


class Membership(models.Model):
    """A person's employment with, or union membership in, an organisation; several may overlap."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in MembershipKind])
    occupation = models.CharField(max_length=16, blank=True)
    post = models.CharField(max_length=60, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["organisation", "kind", "until"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")),
                name="membership_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "kind"],
                condition=Q(until=None),
                name="person_belongs_once_at_a_time_to_an_organisation",
            ),
        ]

    class Privacy:
        purpose = "确认劳动关系和会员关系，据以确定单位义务和职工权利"
        basis = "条例第十五条、第三十五条"
        sees = "本人、用人单位、工会、人社部门、总工会"
        kept_until = "关系终止后五年"
        fields: ClassVar = {
            "id": "internal",
            "person": "personal",
            "organisation": "personal",
            "kind": "personal",
            "occupation": "personal",
            "post": "personal",
            "since": "personal",
            "until": "personal",
        }

    def __str__(self) -> str:
        return f"{self.kind} {self.since:%Y-%m-%d}"
