"""What others read of recognition: agreements, the grades that count somewhere, and the pay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from gongtu.base.money import Yuan
from gongtu.engines.indicators.declare import Behind, Within
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership, Organisation
from gongtu.parties.queries import divisions_under, employees_of
from gongtu.parties.roles import ENTERPRISE
from gongtu.registers.recognition.models import Agreement, GradePay
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.models import Certificate

Day = date | None


@dataclass(frozen=True, slots=True)
class Recognised:
    """A certificate of another enterprise that counts; `since` None: as soon as one is hired."""

    certificate: Certificate
    agreement: Agreement
    since: Day

    @property
    def grade(self) -> Grade:
        return Grade(self.certificate.grade)


@dataclass(frozen=True, slots=True)
class Counted:
    """A grade that counts with an employer, its own or recognised, since when, and what it pays."""

    certificate: Certificate
    since: date
    recognised: Recognised | None
    pay: GradePay | None

    @property
    def grade(self) -> Grade:
        return Grade(self.certificate.grade)

    @property
    def monthly(self) -> Yuan | None:
        return None if self.pay is None else Yuan.of_fen(self.pay.monthly)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Somebody's certificates that stand, the highest first: what counts with an employer now.

    `uncounted` are of other enterprises, without an agreement under which they began to count.
    """

    counted: tuple[Counted, ...]
    uncounted: tuple[Certificate, ...]


Look = tuple[Certificate, Recognised | None]


def list_agreements() -> QuerySet[Agreement]:
    """Every agreement, the latest first, with parties and scope: what anybody may read."""
    agreements = Agreement.objects.select_related("proposer", "partner")
    return agreements.prefetch_related("scopes__occupation")


def list_agreements_of(organisation: int) -> QuerySet[Agreement]:
    """The agreements of an enterprise, the latest first."""
    return list_agreements().filter(Q(proposer=organisation) | Q(partner=organisation))


def agreements_after(agreements: QuerySet[Agreement], *, day: date, pk: int) -> QuerySet[Agreement]:
    """What follows that agreement in a list of the latest first."""
    return agreements.filter(Q(since__lt=day) | Q(since=day, pk__lt=pk))


def other_of(agreement: Agreement, organisation: int) -> int:
    """The other party."""
    if agreement.proposer_id == organisation:
        return agreement.partner_id
    return agreement.proposer_id


def recognised_grades(person: UUID, enterprise: int, *, on: date) -> list[Recognised]:
    """The person's grades of other enterprises that count, or would count, in this one.

    The highest first.  What began to count while an agreement ran goes on after its end, as long
    as the certificate stands; what would only count once hired ends with the agreement.
    """
    found = _looked_through((person,), enterprise, on)[person]
    return [one for _held, one in found if one is not None]


def counted_grades(person: UUID, enterprise: int, *, on: date) -> list[Counted]:
    """What counts now with an employer, the highest first.

    Its own certificates, those of bodies that assess for everybody, and recognised ones.
    """
    return list(weigh((person,), enterprise, on=on)[person].counted)


def weigh(people: Collection[UUID], enterprise: int, *, on: date) -> dict[UUID, Weighed]:
    """The certificates of each of these people with an employer; as many queries as for one."""
    pay = grade_pay(enterprise, on=on)
    found = _looked_through(people, enterprise, on)
    return {person: _weighed(told, enterprise, pay) for person, told in found.items()}


def bodies_recognising(held: Certificate, *, on: date) -> list[Organisation]:
    """The enterprises where the certificate would begin to count on that day; by name."""
    if not _stands(held, on):
        return []
    running = (one for one in list_agreements_of(held.issuer_id) if one.runs_on(on))
    bodies = (
        one.partner if one.proposer_id == held.issuer_id else one.proposer
        for one in running
        if any(each.covers(held.occupation_id, Grade(held.grade)) for each in one.scopes.all())
    )
    return sorted(set(bodies), key=lambda body: body.name)


def recognised_staff(enterprise: int, *, on: date) -> list[Recognised]:
    """Who on the staff today has a grade that counts here by agreement; by name."""
    agreements = list(list_agreements_of(enterprise))
    partners = {other_of(one, enterprise) for one in agreements}
    staff = employees_of(enterprise, on).values("person")
    held = Certificate.objects.filter(issuer__in=partners, person__in=staff)
    jobs = _jobs_at(enterprise).filter(person__in=held.values("person"))
    by_person: dict[UUID, list[Membership]] = defaultdict(list)
    for job in jobs:
        by_person[job.person_id].append(job)
    found = [
        _recognised(one, enterprise, agreements, by_person[one.person_id], on=on)
        for one in held.select_related("person", "occupation", "issuer").order_by("person__name")
        if _stands(one, on)
    ]
    return [one for one in found if one is not None and one.since is not None]


def grade_pay(organisation: int, *, on: date) -> dict[Grade, GradePay]:
    """What the enterprise pays a month for each grade on that day: the last row of each."""
    rows = GradePay.objects.filter(organisation=organisation, since__lte=on)
    last = {Grade(row.grade): row for row in rows.order_by("since", "id")}
    return {grade: last[grade] for grade in Grade if grade in last}


def _looked_through(people: Collection[UUID], enterprise: int, on: date) -> dict[UUID, list[Look]]:
    """Of each every certificate that stands, the highest grade first; five queries at most."""
    agreements = list(list_agreements_of(enterprise))
    jobs: dict[UUID, list[Membership]] = defaultdict(list)
    for job in _jobs_at(enterprise).filter(person__in=people):
        jobs[job.person_id].append(job)
    held: dict[UUID, list[Certificate]] = {person: [] for person in people}
    certificates = Certificate.objects.filter(person__in=people)
    for one in certificates.select_related("occupation", "issuer"):
        if _stands(one, on):
            held[one.person_id].append(one)
    return {
        person: [
            (one, _recognised(one, enterprise, agreements, jobs[person], on=on))
            for one in sorted(some, key=lambda each: Grade(each.grade).rank, reverse=True)
        ]
        for person, some in held.items()
    }


def _weighed(looks: Iterable[Look], enterprise: int, pay: Mapping[Grade, GradePay]) -> Weighed:
    counted, uncounted = [], []
    for held, found in looks:
        since = found.since if found else None
        if _counts_anyhow(held, enterprise):
            since = held.issued_on
        if since is None:
            uncounted.append(held)
        else:
            counted.append(Counted(held, since, found, pay.get(Grade(held.grade))))
    counted.sort(key=lambda one: (-one.grade.rank, one.recognised is not None))
    return Weighed(tuple(counted), tuple(uncounted))


def _recognised(
    held: Certificate,
    enterprise: int,
    agreements: Iterable[Agreement],
    jobs: Sequence[Membership],
    *,
    on: date,
) -> Recognised | None:
    if _counts_anyhow(held, enterprise):
        return None
    fitting = [one for one in agreements if _covers(one, held, enterprise)]
    begun = [(day, one) for one in fitting if (day := _begins(one, held, jobs)) and day <= on]
    if begun:
        day, agreement = min(begun, key=lambda each: each[0])
        return Recognised(held, agreement, day)
    running = (one for one in fitting if one.runs_on(on))
    return next((Recognised(held, one, None) for one in running), None)


def _begins(agreement: Agreement, held: Certificate, jobs: Iterable[Membership]) -> Day:
    """The first day on which certificate, job and agreement meet; None where they never do."""
    met = (
        (
            max(agreement.since, held.issued_on, job.since),
            min(agreement.last, job.until or date.max),
        )
        for job in jobs
    )
    return min((day for day, end in met if day < end), default=None)


def _covers(agreement: Agreement, held: Certificate, enterprise: int) -> bool:
    if other_of(agreement, enterprise) != held.issuer_id:
        return False
    grade = Grade(held.grade)
    return any(one.covers(held.occupation_id, grade) for one in agreement.scopes.all())


def _counts_anyhow(held: Certificate, enterprise: int) -> bool:
    """Whether it needs no agreement: the enterprise's own, or of a body that is no enterprise."""
    return held.issuer_id == enterprise or held.issuer.kind != ENTERPRISE


def _stands(held: Certificate, on: date) -> bool:
    """Whether the certificate counts on the day; a revocation takes it back from its day on."""
    if held.issued_on > on:
        return False
    revoked_later = held.revoked_on is not None and held.revoked_on > on
    return held.status == CertificateStatus.VALID or revoked_later


def _jobs_at(enterprise: int) -> QuerySet[Membership]:
    jobs = Membership.objects.filter(organisation=enterprise, kind=MembershipKind.EMPLOYMENT)
    return jobs.order_by("since")


@dataclass(frozen=True)
class AgreementsBegun:
    """Counts agreements by their first day, where the enterprise that proposed them is."""

    def tally(self, within: Within, *, by: str | None = None) -> dict[str, int]:
        """How many, under "" or for each division; one query."""
        rows = self._rows(within).order_by()
        if by is None:
            return {"": rows.count()}
        found = rows.values_list("proposer__division").annotate(n=Count("pk"))
        return dict(found.order_by("proposer__division"))

    def behind(self, within: Within, *, limit: int, after: str = "") -> Sequence[Behind]:
        """The agreements, by number."""
        rows = self._rows(within).filter(case_number__gt=after).order_by("case_number")
        told = rows.values_list("case_number", "partner__name", "since", "proposer__division")
        return [Behind("agreement", *one) for one in told[:limit]]

    def _rows(self, within: Within) -> QuerySet[Agreement]:
        rows = Agreement.objects.filter(since__gte=within.since, since__lt=within.until)
        if within.division is not None:
            rows = rows.filter(proposer__division__in=divisions_under(within.division))
        return rows
