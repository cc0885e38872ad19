"""What is written into the register of statements: issued, withdrawn; each signed."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.services.numbering import draw
from gongtu.engines.casework.texts import worded
from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.building import Order
from gongtu.engines.credentials.choices import ReasonClass
from gongtu.engines.entitlement.explaining import Owed
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.parties.queries import body_for, get_person, masked_id_number
from gongtu.parties.roles import HRSS
from gongtu.policy import shared
from gongtu.records.journal.services import write
from gongtu.registers.education.choices import Qualified
from gongtu.registers.education.models import Degree
from gongtu.registers.education.queries import get_own
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.queries import list_certificates
from gongtu.registers.treatments.choices import STATEMENT, Purpose, Treated
from gongtu.registers.treatments.models import Statement
from gongtu.registers.treatments.queries import explanations_of, get_statement

AS_BACHELOR = (Qualified.PRE_TECHNICIAN, Qualified.TECHNICIAN)
ON_GRADUATION = (Qualified.SENIOR, *AS_BACHELOR)


class NotTreated(Refused):
    """Article 25 does not apply, or it is not known; with what is missing."""


@transaction.atomic
def issue_statement(degree: str, purpose: Purpose, *, by: Capacity, on: date) -> Statement:
    """A signed statement for one purpose; while one is open, that one.

    Raises:
        NotEntitled: Somebody asks for another.
        DegreeUnknown: It is no course of study of the person's.
        NotTreated: The article does not apply; with what is missing.
    """
    person = get_person(by.person or "")
    access.require(by, "ask-statement", person, on=on)
    Person.objects.select_for_update().get(pk=person.pk)
    studied = get_own(person.pk, degree)
    _check(studied, on=on)
    for standing in Statement.objects.filter(degree=studied, purpose=purpose.value):
        if standing.is_open(on):
            return standing
    if person.division_id is None:
        raise NotTreated(_("请先登记所在的区（市），才能确定由谁出具。"))
    days = shared.platform.count("statement_days", on=on) or 1
    made = Statement.objects.create(
        number=f"T{on.year}{draw(f'statement:{on.year}'):09d}",
        degree=studied,
        purpose=purpose.value,
        treated_as=treated_as(studied).value,
        issuer=body_for(HRSS, person.division_id, "city"),
        since=on,
        until=on + timedelta(days=days),
    )
    order, issuer = order_for(made), made.issuer_id
    credentials.issue_many(STATEMENT, [order], issuer_organisation=issuer, by=by, on=on)
    _journal("statement-issued", made, by=by, on=on)
    return made


@transaction.atomic
def withdraw_statement(number: str, *, reason: str, by: Capacity, on: date) -> Statement:
    """Take a statement back, with the reason that its holder reads.

    Raises:
        NotEntitled: Neither the office that answers for it nor one above.
        AlreadyEnded, Refused: It was withdrawn, or no reason is told.
    """
    found = get_statement(number)
    access.require(by, "withdraw-statement", found.issuer, on=on)
    credentials.revoke(number, ReasonClass.ISSUED_IN_ERROR, reason, by=by, on=on)
    found.withdrawn_on = on
    found.save(update_fields=["withdrawn_on"])
    _journal("statement-withdrawn", found, by=by, on=on)
    return found


def treated_as(degree: Degree) -> Treated:
    """高级工 as a college graduate, 预备技师 and above as a university graduate."""
    return Treated.BACHELOR if degree.qualified in AS_BACHELOR else Treated.COLLEGE


def qualified_as(degree: Degree) -> Qualified | Grade:
    """What the treatment rests on: the qualification on graduation, or a certificate since."""
    return Qualified(degree.qualified) if degree.qualified in ON_GRADUATION else Grade.SENIOR


def order_for(made: Statement) -> Order:
    """What the signed document says: of whom, for what, as what, on which ground."""
    degree, purpose = made.degree, Purpose(made.purpose)
    treated = Treated(made.treated_as)
    on_graduation = degree.qualified in ON_GRADUATION
    return Order(
        number=made.number,
        title="技工院校毕业生待遇证明",
        subject={
            "name": degree.person.name,
            "idType": "居民身份证",
            "idNumber": masked_id_number(degree.person),
            "school": degree.school,
            "qualifiedAs": qualified_as(degree).label,
            "purpose": purpose.value,
            "purposeName": purpose.label,
            "treatedAs": treated.value,
            "treatedAsName": treated.label,
            **({} if on_graduation else {"restsOn": _certificate(degree)}),
        },
        valid_from=made.since,
        valid_until=made.until,
        holder_index=str(degree.person_id),
        achievement="ext:Statement",
    )


def _certificate(degree: Degree) -> str:
    """The certificate of the senior grade or above that the treatment rests on."""
    held = list_certificates(degree.person_id).filter(status=CertificateStatus.VALID)
    return max(held, key=lambda one: Grade(one.grade).rank).number


def _check(degree: Degree, *, on: date) -> None:
    for told in explanations_of(degree.person_id, on=on):
        if told.subject.key != degree.number:
            continue
        if told.verdict is Owed.OWED:
            return
        folder, says = told.benefit.policy.path.parent, _("不能出具：%(missing)s。")
        raise NotTreated(*(says % {"missing": worded(gap.label, folder)} for gap in told.missing))
    raise NotTreated(_("这一学历还没有开始。"))


def _journal(kind: str, made: Statement, *, by: Capacity, on: date) -> None:
    person = made.degree.person_id
    what = {"person": str(person), "statement": made.number, "organisation": made.issuer_id}
    write(f"person:{person}", kind, on=on, by=by, what=what)
