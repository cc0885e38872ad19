"""What the tables of offers share: whom a row is about, and why it may be kept."""

from typing import Any

from django.db import models
from django.db.models import Q

BASIS = "条例第四条、第十六条；《个人信息保护法》第十三条第一款第三项"
SEES = "本人（本单位）、所在地人社部门"


def to_person() -> Any:
    """The person a row is about, where it is one."""
    return models.ForeignKey("parties.Person", models.PROTECT, related_name="+", null=True)


def to_organisation() -> Any:
    """The organisation a row is about, where it is one."""
    return models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+", null=True)


def about_one(name: str) -> models.CheckConstraint:
    """A row is about a person or about an organisation."""
    person = Q(person__isnull=False, organisation=None)
    return models.CheckConstraint(
        condition=person | Q(person=None, organisation__isnull=False), name=name
    )
