"""Claims of what the law owes, at every stage that their standards and funds allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from gongtu.engines.casework import services as casework
from gongtu.ops.demo.plays import WITHDRAW, Play, Turn, cut, perform
from gongtu.ops.demo.town import Town
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation, Person
from gongtu.parties.roles import Role
from gongtu.registers.education.choices import Level
from gongtu.registers.education.models import Degree
from gongtu.registers.employers.choices import Partner, PlatformKind
from gongtu.registers.employers.models import TrainingPlatform
from gongtu.registers.employers.services import Agreed, open_class
from gongtu.registers.honours.models import Honour
from gongtu.registers.insurance.models import InsuranceMonths
from gongtu.registers.skills.models import AbilityCertificate, Certificate
from gongtu.registers.training.models import Trainee

BEFORE, NOW, APPRENTICES, EACH, TOGETHER = 90, 30, 24, 16, 4
ENOUGH_MONTHS, UNPAID, FOUND_AFTER = 12, 11, 20
LAST_YEAR = (date(2025, 10, 9), date(2025, 12, 20))
IN_FORCE, THIS_YEAR = date(2026, 3, 1), date(2026, 3, 10)
STANDARD_KNOWN = (date(2022, 1, 1), date(2026, 2, 28))


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody has on record and may claim for, since when."""

    opener: Capacity
    division: str | None
    since: date
    answers: Mapping[str, str]


def claims(town: Town) -> Iterator[Play]:
    """Every claim, by what it is for."""
    yield from _skills(town)
    yield from _apprenticeships(town)
    for key, decided, held in (
        ("degree-subsidy", False, _degrees(town)),
        ("special-ability-subsidy", False, _abilities(town)),
        ("gold-collar-training", False, _trainees(town, Role.ENTERPRISE)),
        ("gold-collar-training-school", False, _trainees(town, Role.SCHOOL)),
        ("honour-allowance", True, _honours(town)),
        ("training-platform-grant", True, _platforms(town)),
    ):
        for place, claim in enumerate(islice(held, EACH)):
            yield _claim(town, key, claim, _course(town, claim, place, decided=decided))


def decide_together(town: Town) -> None:
    """Two batches of the home district: one granted and about to be paid, one still sampled."""
    first, second = (town.office(Role.HRSS, town.home, place) for place in (0, 1))
    held = [one for one in _allowances(town) if one.division == town.home]
    _claim_all(town, held[:TOGETHER])
    granted = casework.draw_batch("honour-allowance", by=first, on=town.on)
    for line in granted.lines.filter(sampled=True).select_related("case"):
        casework.check_line(granted.pk, line.case.number, sound=True, note="", by=first, on=town.on)
    casework.grant_batch(granted.pk, by=first, on=town.on)
    casework.pay_batch(granted.pk, by=second, on=town.on)
    _claim_all(town, held[TOGETHER : TOGETHER * 2])
    casework.draw_batch("honour-allowance", by=first, on=town.on)


def _claim_all(town: Town, held: Sequence[Held]) -> None:
    for one in held:
        perform(town, _claim(town, "honour-allowance", one, []))


def _claim(town: Town, procedure: str, held: Held, turns: Sequence[Turn]) -> Play:
    opened = min(max(held.since, THIS_YEAR) + timedelta(days=FOUND_AFTER), town.on)
    return Play(procedure, held.opener, opened, held.answers, turns)


def _course(town: Town, held: Held, place: int, *, decided: bool) -> Sequence[Turn]:
    """Where nobody has decided the standard or its fund, nothing can be granted yet."""
    first, second = (town.office(Role.HRSS, held.division, n) for n in (0, 1))
    more = Turn("ask_more", first, 5, reason="登记的单位名称与申领时不一致，请说明。")
    again = Turn("resubmit", held.opener, 4, reason="单位更名，已附证明。")
    refused = Turn("refuse", first, 6, reason="经核对不符合规定的条件。")
    granted = [Turn("grant", first, 5), Turn("pay", second, 6)] if decided else []
    return cut([granted, [more, again, *granted], [refused]], place)


def _skills(town: Town) -> Iterator[Play]:
    """Subsidies of last year, decided under its rule, and claims of this year that wait for one."""
    spared = [town.cast[key].person_id for key in ("wang", "li")]
    held = Certificate.objects.select_related("person").exclude(person__in=spared)
    held = held.filter(grade__in=("junior", "intermediate", "senior"), status="valid")
    before = held.filter(issued_on__range=(date(2025, 2, 1), LAST_YEAR[0])).order_by("id")
    now = held.filter(issued_on__gte=date(2026, 2, 1)).order_by("id")
    for place, certificate in enumerate(before[:BEFORE]):
        yield _for_skill(
            town, certificate, town.names.day(*LAST_YEAR), _decided(town, certificate, place)
        )
    for place, certificate in enumerate(now[:NOW]):
        opened = max(certificate.issued_on, town.on - timedelta(days=45 - place))
        yield _for_skill(town, certificate, opened, _waiting(town, certificate, place))


def _for_skill(town: Town, certificate: Certificate, opened: date, turns: list[Turn]) -> Play:
    opener = town.worker(certificate.person)
    answers = {"certificate": certificate.number}
    return Play("skill-upgrade-subsidy", opener, opened, answers, turns)


def _decided(town: Town, certificate: Certificate, place: int) -> list[Turn]:
    first, second = (town.office(Role.HRSS, certificate.person.division_id, n) for n in (0, 1))
    if _lacks(certificate):
        return [Turn("refuse", first, 6, reason="失业保险累计缴费未达到规定月数。")]
    granted = [Turn("grant", first, 5), Turn("pay", second, 6)]
    if place % 9 == 0:
        worker = town.worker(certificate.person)
        more = Turn("ask_more", first, 3, reason="证书姓名与登记姓名不一致，请说明。")
        return [more, Turn("resubmit", worker, 4, reason="曾用名，已在公安机关变更。"), *granted]
    return granted if place % UNPAID else granted[:-1]


def _waiting(town: Town, certificate: Certificate, place: int) -> list[Turn]:
    """The rate of this year is 待核, so nothing can be granted; some are asked for more."""
    officer = town.office(Role.HRSS, certificate.person.division_id)
    if place % 5 == 0:
        return [Turn("ask_more", officer, 4, reason="请说明证书所载职业与现岗位的关系。")]
    if place % 9 == 1:
        return [Turn(WITHDRAW, town.worker(certificate.person), 2, reason="待标准核定后再申领。")]
    return []


def _lacks(certificate: Certificate) -> bool:
    told = InsuranceMonths.objects.filter(person=certificate.person).earliest("as_of")
    return told.months < ENOUGH_MONTHS


def _apprenticeships(town: Town) -> Iterator[Play]:
    for place in range(APPRENTICES):
        enterprise = town.enterprises[10 + place]
        clerk = town.officer(enterprise.pk)
        first, second = (town.office(Role.HRSS, enterprise.division_id, n) for n in (0, 1))
        began = date(2026, 3, 4) + timedelta(days=place)
        agreed = Agreed(
            partner=Partner.SCHOOL,
            began_on=began,
            years=1,
            apprentices=6 + place % 9,
            contracts=True,
            two_mentors=True,
        )
        held = open_class(enterprise.pk, agreed, by=town.builder, on=began)
        answers = {"apprenticeship": held.key}
        granted = [Turn("grant", first, 9), Turn("pay", second, 12)]
        more = Turn("ask_more", first, 5, reason="学徒名册缺少身份信息。")
        again = Turn("resubmit", clerk, 5, reason="已补正。")
        refused = [Turn("refuse", first, 8, reason="培养协议未经院校盖章。")]
        opened = THIS_YEAR + timedelta(days=place * 9)
        turns = cut([granted, [more, again, *granted], refused], place)
        yield Play("apprenticeship-subsidy", clerk, opened, answers, turns)


def _degrees(town: Town) -> Iterator[Held]:
    raised = Degree.objects.filter(graduated_on__gte=IN_FORCE, level=Level.COLLEGE)
    for one in raised.exclude(person=town.cast["wang"].person_id).order_by("id"):
        yield _of_worker(town, one.person, one.graduated_on or town.on, degree=one.number)


def _abilities(town: Town) -> Iterator[Held]:
    shown = AbilityCertificate.objects.filter(issued_on__gte=IN_FORCE).order_by("id")
    for one in shown.exclude(person=town.cast["wang"].person_id):
        yield _of_worker(town, one.person, one.issued_on, ability=one.number)


def _trainees(town: Town, side: Role) -> Iterator[Held]:
    completed = Trainee.objects.exclude(completed_on=None).filter(course__provider__kind=side)
    for one in completed.order_by("id"):
        since = one.completed_on or town.on
        yield _of_body(town, one.course.provider, since, trainee=one.number)


def _honours(town: Town) -> Iterator[Held]:
    """Those of the home district are decided together."""
    return (one for one in _allowances(town) if one.division != town.home)


def _allowances(town: Town) -> Iterator[Held]:
    """Honours in their term, granted while a standard for them was known."""
    running = Honour.objects.filter(granted_on__range=STANDARD_KNOWN, until__gt=town.on)
    for one in running.order_by("id"):
        yield _of_worker(town, one.person, one.granted_on, honour=one.number)


def _platforms(town: Town) -> Iterator[Held]:
    studios = TrainingPlatform.objects.filter(kind=PlatformKind.MASTER_STUDIO).order_by("id")
    for one in studios:
        yield _of_body(town, one.organisation, one.recognised_on, platform=one.key)


def _of_worker(town: Town, person: Person, since: date, **answers: str) -> Held:
    return Held(town.worker(person), person.division_id, since, answers)


def _of_body(town: Town, body: Organisation, since: date, **answers: str) -> Held:
    return Held(town.officer(body.pk), body.division_id, since, answers)
