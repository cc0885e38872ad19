"""What others read from the skills register."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.models import Case
from gongtu.engines.credentials.models import Credential
from gongtu.engines.credentials.queries import find_public, is_same_name, list_held, name_on
from gongtu.engines.indicators.recorded import Recorded
from gongtu.parties.access import persons_visible_to
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation, Person
from gongtu.parties.queries import divisions_under, find_person_by_id_number
from gongtu.records.asked import day_of, rows_of
from gongtu.registers.skills.choices import (
    CertificateStatus,
    Grade,
    MergerState,
    Receipt,
    SessionState,
)
from gongtu.registers.skills.models import (
    AssessmentSession,
    Assessor,
    AssessorFiling,
    Candidate,
    Certificate,
    CertificateEvent,
    FilingSuspension,
    IdentityMerger,
    Occupation,
)
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.numbers.letters import SOCIAL

SHOWN = 50
MARKS = {"digital": "is_digital", "green": "is_green"}
NOBODY = UUID(int=0)
LOOKUP_CORRECTION = "lookup-correction"
# What every check of a certificate asks, written out: putting such a query together takes ten times
# as long as running it.
FILED = (
    f"SELECT lowest, highest FROM {AssessorFiling._meta.db_table} f"  # noqa: S608 - tables' names
    f" JOIN {Assessor._meta.db_table} a ON a.id = f.assessor_id"
    " WHERE a.organisation_id = %s AND f.occupation_id = %s"
    " AND f.since <= %s AND (f.until IS NULL OR f.until > %s)"
)
CALLED = (
    f"SELECT b.name FROM {Assessor._meta.db_table} a"  # noqa: S608 - tables' names
    f" JOIN {Organisation._meta.db_table} b ON b.id = a.organisation_id WHERE a.prefix = %s"
)
CERTIFIED = (
    "SELECT o.name, c.grade, b.name, c.issued_on"  # noqa: S608 - tables' names
    f" FROM {Certificate._meta.db_table} c"
    f" JOIN {Occupation._meta.db_table} o ON o.code = c.occupation_id"
    f" JOIN {Organisation._meta.db_table} b ON b.id = c.issuer_id WHERE c.number = %s"
)


class Certified(NamedTuple):
    """What a certificate says in the fewest words; `issuer` is its name of today."""

    occupation: str
    grade: Grade
    issuer: str
    issued_on: date


class CertificateUnknown(Refused):
    """No certificate has this number."""


def list_occupations(text: str = "", *, mark: str = "") -> QuerySet[Occupation]:
    """Occupations whose name or code holds the text, by code; those with one of `MARKS` if told."""
    found = Occupation.objects.filter(Q(name__contains=text) | Q(code__contains=text))
    return found.filter(**{MARKS[mark]: True}) if mark else found


def latest_edition() -> str:
    """The latest edition of the classification on record; empty without any."""
    return Occupation.objects.aggregate(latest=Max("edition"))["latest"] or ""


def find_occupation(code: str) -> Occupation | None:
    """The occupation of that code."""
    return Occupation.objects.filter(code=code).first()


def names_of_occupations(codes: Iterable[str]) -> dict[str, str]:
    """Names for a page that lists many; one query."""
    return dict(Occupation.objects.filter(code__in=set(codes)).values_list("code", "name"))


def list_filings(organisation: int, *, on: date) -> QuerySet[AssessorFiling]:
    """The filings of an assessor in force on that day."""
    filings = filings_in_force(on).filter(assessor__organisation=organisation)
    return filings.select_related("occupation", "assessor")


def filings_in_force(on: date) -> QuerySet[AssessorFiling]:
    """Everybody's filings that had begun by that day and were neither ended nor suspended."""
    not_over = Q(until=None) | Q(until__gt=on)
    resting = FilingSuspension.objects.filter(not_over, since__lte=on).values("filing")
    return AssessorFiling.objects.filter(not_over, since__lte=on).exclude(pk__in=resting)


def resting_under(organisation: int, *, on: date) -> set[str]:
    """The cases under which something an assessor filed rests on that day."""
    not_over = Q(until=None) | Q(until__gt=on)
    resting = FilingSuspension.objects.filter(
        not_over, since__lte=on, filing__assessor__organisation=organisation
    )
    return set(resting.values_list("case_number", flat=True))


def every_filing(organisation: int) -> QuerySet[AssessorFiling]:
    """The filings of an assessor, those that ended or rest too."""
    filings = AssessorFiling.objects.filter(assessor__organisation=organisation)
    return filings.select_related("occupation").prefetch_related("suspensions")


def list_bodies(division: str, text: str = "") -> QuerySet[Assessor]:
    """The bodies of a division that filed at some time and whose name holds the text, by name."""
    bodies = Assessor.objects.filter(
        organisation__division__in=divisions_under(division), organisation__name__contains=text
    )
    return bodies.select_related("organisation").order_by("organisation__name", "id")


def assesses(employers: Collection[int], at: str = "") -> Q:
    """Whether a body, reached `at`, assesses the staff of these employers, or anybody."""
    own = Q(**{f"{at}organisation__in": employers})
    return own | Q(**{f"{at}prefix__startswith": SOCIAL})


def find_filing(
    organisation: int, occupation: str, grade: Grade, *, on: date
) -> AssessorFiling | None:
    """The filing that lets the assessor assess that occupation up to that grade on that day."""
    for filing in list_filings(organisation, on=on).filter(occupation=occupation):
        if filing.covers(grade):
            return filing
    return None


def was_filed(organisation: int, occupation: str, grade: Grade, *, on: date) -> bool:
    """Whether any filing covered that then, for every check of a certificate.

    A suspension does not count, unlike in `find_filing`: what was held before keeps its worth.
    """
    day = on.isoformat()
    filed = rows_of(FILED, organisation, occupation, day, day)
    return any(Grade(low).rank <= grade.rank <= Grade(high).rank for low, high in filed)


def list_assessing(occupation: str, *, on: date) -> QuerySet[AssessorFiling]:
    """Every filing in force that day that covers the occupation, by the assessor's name."""
    filings = filings_in_force(on).filter(occupation=occupation)
    return filings.select_related("assessor__organisation").order_by(
        "assessor__organisation__name", "id"
    )


def get_session(case_number: str) -> AssessmentSession:
    """The session a case planned, with its filing."""
    sessions = AssessmentSession.objects.select_related("filing__assessor", "filing__occupation")
    return sessions.get(case_number=case_number)


def find_session(case_number: str) -> AssessmentSession | None:
    """The session a case planned, or None before its plan is confirmed."""
    sessions = AssessmentSession.objects.select_related("filing__occupation", "filing__assessor")
    return sessions.filter(case_number=case_number).first()


def list_sessions(organisation: int) -> QuerySet[AssessmentSession]:
    """All sessions of an assessor, latest first."""
    sessions = AssessmentSession.objects.filter(filing__assessor__organisation=organisation)
    return sessions.select_related("filing__occupation")


def sessions_after(
    sessions: QuerySet[AssessmentSession], *, day: date, pk: int
) -> QuerySet[AssessmentSession]:
    """What follows that session in a list of the latest first."""
    earlier = Q(planned_on__lt=day) | Q(planned_on=day, pk__lt=pk)
    return sessions.filter(earlier)


def counting_of(case_number: str) -> QuerySet[Certificate]:
    """The certificates of a session that count, or would if they were not suspended."""
    counting = (CertificateStatus.VALID, CertificateStatus.SUSPENDED)
    return Certificate.objects.filter(
        session__case_number=case_number, status__in=counting
    ).order_by("pk")


def list_candidates(case_number: str) -> QuerySet[Candidate]:
    """The candidates of a session with their persons, in the order they were listed."""
    candidates = Candidate.objects.filter(session__case_number=case_number)
    return candidates.select_related("person")


def how_far(case_number: str) -> dict[str, int] | None:
    """How many certificates of a session that is being issued there are already; else None."""
    session = AssessmentSession.objects.filter(case_number=case_number).first()
    if session is None or session.state != SessionState.ISSUING:
        return None
    passed = session.candidates.filter(passed=True)
    return {"done": passed.filter(pk__lte=session.issued_through).count(), "total": passed.count()}


def list_certificates(person: UUID) -> QuerySet[Certificate]:
    """A person's certificates, latest first, whatever their status."""
    certificates = Certificate.objects.filter(person=person)
    return certificates.select_related("occupation", "issuer")


def get_held(person: UUID, number: str) -> Certificate:
    """A person's own certificate.

    Raises:
        CertificateUnknown: The person holds none of that number.
    """
    if (found := list_certificates(person).filter(number=number).first()) is None:
        raise CertificateUnknown(_("您名下没有这一编号的证书。"))
    return found


def list_issued(organisation: int) -> QuerySet[Certificate]:
    """The certificates an assessor issued, latest first."""
    certificates = Certificate.objects.filter(issuer=organisation)
    return certificates.select_related("occupation", "person")


def issued_matching(certificates: QuerySet[Certificate], text: str) -> QuerySet[Certificate]:
    """Those whose number or holder's name begins with the text."""
    return certificates.filter(Q(number__startswith=text) | Q(person__name__startswith=text))


def issued_after(
    certificates: QuerySet[Certificate], *, day: date, pk: int
) -> QuerySet[Certificate]:
    """What follows that certificate in a list of the latest first."""
    return certificates.filter(Q(issued_on__lt=day) | Q(issued_on=day, pk__lt=pk))


def history_of(certificate: Certificate) -> list[CertificateEvent]:
    """What happened to the certificate and to those whose place it took, the first first."""
    line = [certificate.pk]
    before = certificate.predecessor_id
    while before is not None:
        line.append(before)
        before = Certificate.objects.values_list("predecessor", flat=True).get(pk=before)
    events = CertificateEvent.objects.filter(certificate__in=line)
    return list(events.select_related("certificate", "by_organisation", "receipt"))


def list_events(division: str | None, *, pending: bool = False) -> QuerySet[CertificateEvent]:
    """What happened to certificates whose issuers lie in a division, or anywhere, in its order.

    `pending` leaves out what the query system has accepted.
    """
    events = CertificateEvent.objects.order_by("pk").select_related(
        "certificate__person", "certificate__occupation", "certificate__issuer",
        "certificate__predecessor", "certificate__successor", "receipt",
    )  # fmt: skip
    if division is not None:
        events = events.filter(certificate__issuer__division__in=divisions_under(division))
    return events.exclude(receipt__state=Receipt.ACCEPTED) if pending else events


def list_rejected(organisation: int) -> QuerySet[CertificateEvent]:
    """What the query system sent back of an issuer's, and has not accepted since."""
    rejected = CertificateEvent.objects.filter(
        certificate__issuer=organisation, receipt__state=Receipt.REJECTED
    )
    return rejected.select_related("certificate__person", "receipt").order_by("pk")


def is_standing(number: str) -> bool:
    """Whether the certificate of that number was issued, and is not revoked."""
    standing = Certificate.objects.exclude(status=CertificateStatus.REVOKED)
    return standing.filter(number=number).exists()


def get_certificate(number: str) -> Certificate:
    """The certificate of that number.

    Raises:
        CertificateUnknown: There is none.
    """
    certificates = Certificate.objects.select_related("occupation", "issuer", "person")
    if (found := certificates.filter(number=number).first()) is None:
        raise CertificateUnknown(_("没有这一编号的证书。"))
    return found


def get_certified(number: str) -> Certified:
    """What the certificate of that number says, for every look-up.

    Raises:
        CertificateUnknown: There is none.
    """
    rows = rows_of(CERTIFIED, number)
    if not rows:
        raise CertificateUnknown(_("没有这一编号的证书。"))
    occupation, grade, issuer, day = rows[0]
    return Certified(occupation, Grade(grade), issuer, day_of(day))


def find_assessor(prefix: str) -> Organisation | None:
    """Whose numbers begin so."""
    found = Assessor.objects.filter(prefix=prefix).select_related("organisation").first()
    return found.organisation if found else None


def assessor_called(prefix: str) -> str:
    """The name of whose numbers begin so; empty: nobody's.  Asked whenever none is found."""
    rows = rows_of(CALLED, prefix) if prefix else []
    return rows[0][0] if rows else ""


def find_holder(sought: Sought) -> UUID | None:
    """Whose certificate of ours is looked up, whatever name was given; None: nobody's."""
    if sought.id_number is None:
        held = Certificate.objects.filter(number=sought.number)
    else:
        person = find_person_by_id_number(sought.id_number.text)
        held = Certificate.objects.filter(person=survivor_of(person.pk if person else NOBODY))
    return held.values_list("person", flat=True).first()


def list_public(sought: Sought, name: str) -> list[Credential]:
    """What a stranger may see: number and name agree, the name of today or the one certified.

    Whether the number is unknown or the name another, as many queries are asked.
    """
    if sought.id_number is None:
        found = find_public(sought.number or sought.qualification, name)
        return [found] if found else []
    person = find_person_by_id_number(sought.id_number.text)
    held = list_held(str(survivor_of(person.pk if person else NOBODY)))
    named = person is not None and is_same_name(person.name, name)
    return [one for one in held if named or is_same_name(name_on(one), name)][:SHOWN]


def survivor_of(person: UUID, *, into: bool = False) -> UUID:
    """Whose record holds what was certified to a person; `into`: which record went into theirs."""
    ends = ("duplicate", "survivor")
    known, other = reversed(ends) if into else ends
    merged = IdentityMerger.objects.filter(state=MergerState.DECIDED, **{known: person})
    return merged.values_list(other, flat=True).first() or person


def cases_on(numbers: Sequence[str]) -> QuerySet[Case]:
    """Cases that name one of these certificates."""
    return Case.objects.filter(answers__certificate__in=numbers)


def list_mergers(*, by: Capacity, on: date) -> QuerySet[IdentityMerger]:
    """Mergers of records that the office reaches, the latest first."""
    within = Person.objects.filter(persons_visible_to(by, on))
    mergers = IdentityMerger.objects.filter(duplicate__in=within, survivor__in=within)
    return mergers.select_related("duplicate", "survivor", "proposed_by", "settled_by")


def highest_grade(person: UUID) -> Grade | None:
    """The highest grade among a person's valid certificates."""
    valid = Certificate.objects.filter(person=person, status=CertificateStatus.VALID)
    held = [Grade(grade) for grade in valid.values_list("grade", flat=True)]
    return max(held, key=lambda grade: grade.rank, default=None)


def issued(*grades: Grade) -> Recorded:
    """Certificates by their day of issue, where their issuer is; of these grades, or of all.

    One that took another's place counts once, by the day of the first.
    """

    def rows() -> QuerySet[Certificate]:
        every = Certificate.objects.exclude(status=CertificateStatus.SUPERSEDED)
        return every.filter(grade__in=grades) if grades else every

    return Recorded(
        kind="certificate", rows=rows, title="occupation__name", day="issued_on",
        place="issuer__division",
    )  # fmt: skip
