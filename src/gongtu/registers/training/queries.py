"""What others read from the register of training courses."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.registers.training.models import Trainee


class TraineeUnknown(Refused):
    """The organisation trained nobody of this number."""


def list_trainees(provider: int) -> QuerySet[Trainee]:
    """Everybody an organisation trained, in the order they were entered."""
    trainees = Trainee.objects.filter(course__provider=provider)
    return trainees.select_related("course__occupation", "certificate", "person")


def paid_trainings(person: UUID, *, on: date) -> frozenset[str]:
    """The numbers of the person's certificates whose training a subsidy was drawn for by then."""
    paid = Trainee.objects.filter(certificate__person=person, subsidised_on__lte=on)
    return frozenset(paid.values_list("certificate__number", flat=True))


def get_trained(provider: int, number: str) -> Trainee:
    """One of the organisation's own trainees.

    Raises:
        TraineeUnknown: It trained nobody of that number.
    """
    if (found := list_trainees(provider).filter(number=number).first()) is None:
        raise TraineeUnknown(_("本单位没有这一编号的学员。"))
    return found
