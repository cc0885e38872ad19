"""Numbers drawn for an assessor: one after another, none twice, none left out.

The counter is written before it is read, so whoever draws beside us waits until we have committed
or given back; a transaction that fails leaves no gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from gongtu.base.errors import Broken, Refused
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_organisation
from gongtu.policy import shared
from gongtu.records.journal.services import write
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Assessor, QualificationSerial
from gongtu.registers.skills.numbers import certificate_number
from gongtu.registers.skills.numbers.qualifications import qualification_number

PREFIXES = "qualification_prefix"
MOST = 10_000


class NoNumbersLeft(Refused):
    """The issuer has no prefix of its own, so no number can be drawn."""


def draw_numbers(organisation: int, grades: Sequence[Grade], *, on: date) -> list[str]:
    """The assessor's next numbers, one for each grade; within the transaction that uses them.

    Raises:
        NoNumbersLeft: The organisation is no assessor.
        NumberImpossible: A grade has no level code, or the serials are used up.
        Broken: There is no transaction, so a failure would leave a gap.
    """
    if not transaction.get_connection().in_atomic_block:
        raise Broken("Numbers are drawn in the transaction that uses them.")
    drawn = Assessor.objects.filter(organisation=organisation)
    if not drawn.update(last_serial=F("last_serial") + len(grades)):
        raise NoNumbersLeft(_("发证单位没有评价机构编码，不能编制新的证书编号。"))
    assessor = drawn.get()
    first = assessor.last_serial - len(grades) + 1
    return [
        certificate_number(assessor.prefix, year=on.year, grade=grade, serial=serial)
        for serial, grade in enumerate(grades, first)
    ]


@transaction.atomic
def draw_qualification_numbers(
    organisation: int, grade: Grade, *, count: int = 1, by: Capacity, on: date
) -> list[str]:
    """The body's next sixteen-digit numbers of that grade and year.

    Raises:
        NoNumbersLeft: Its prefix is 待核, or more are asked for than are given at once.
        NumberImpossible: The grade has no level code, or the serials are used up.
    """
    if not 1 <= count <= MOST:
        raise NoNumbersLeft(_("一次可以编制1至%(most)s个编号。") % {"most": MOST})
    prefix = _prefix_of(organisation, on)
    serials, _made = QualificationSerial.objects.select_for_update().get_or_create(
        organisation_id=organisation, year=on.year, grade=grade
    )
    first = serials.last + 1
    numbers = [
        qualification_number(prefix, year=on.year, grade=grade, serial=serial)
        for serial in range(first, first + count)
    ]
    serials.last += count
    serials.save(update_fields=["last"])
    what = {"organisation": organisation, "first": numbers[0], "last": numbers[-1]}
    write(f"organisation:{organisation}", "numbers-drawn", on=on, by=by, what=what)
    return numbers


def _prefix_of(organisation: int, on: date) -> str:
    told = shared.platform.value(PREFIXES, on=on).value
    prefix = told.get(get_organisation(organisation).uscc or "") if isinstance(told, dict) else None
    if prefix is None:
        raise NoNumbersLeft(_("该机构的职业资格证书机构编码待核，不能编制编号。"))
    return f"{prefix:08d}"
