"""What a certificate or a training could bring at which school, and where it was used already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.base.speech import said
from gongtu.registers.credits.choices import SourceKind
from gongtu.registers.credits.models import Conversion, Programme, Rule
from gongtu.registers.credits.numbers import NONE, written
from gongtu.registers.credits.queries.rules import list_programmes
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.models import Certificate
from gongtu.registers.training.models import Trainee


class SourceUnknown(Refused):
    """The person holds no such certificate, and completed no such training."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing learned: `key` is what a form names it by, `sources` what it may be counted as."""

    key: str
    kind: SourceKind
    held: Certificate | Trainee
    sources: tuple[str, ...]
    is_sound: bool

    @property
    def source(self) -> str:
        """As what it is counted: the training counts as the certificate it led to."""
        return self.sources[0]

    @property
    def occupation(self) -> str:
        return (self.held if isinstance(self.held, Certificate) else self.held.course).occupation_id

    @property
    def title(self) -> str:
        """What people call it."""
        if isinstance(self.held, Certificate):
            return f"{self.held.occupation.name} {said(Grade(self.held.grade))}"
        course = self.held.course
        return _("%(name)s培训（%(hours)s学时）") % {
            "name": course.occupation.name,
            "hours": course.class_hours,
        }


@dataclass(frozen=True, slots=True)
class Use:
    """Where something was counted: the sentence that the holder and a second school read."""

    conversion: Conversion

    @property
    def credits(self) -> Decimal:
        return sum((one.credits for one in self.conversion.credits.all()), NONE)

    @property
    def school(self) -> str:
        return self.conversion.student.programme.school.name

    @property
    def says(self) -> str:
        """甲学校已用于机械基础：8学分."""
        courses = "、".join(one.course for one in self.conversion.credits.all())
        told = {"credits": written(self.credits), "school": self.school, "courses": courses}
        return _("%(credits)s学分已在%(school)s用于课程%(courses)s") % told


@dataclass(frozen=True, slots=True)
class Worth:
    """What one thing could bring in one programme: for each course its best rule."""

    programme: Programme
    offer: Offer
    rules: tuple[Rule, ...]

    @property
    def credits(self) -> Decimal:
        return sum((rule.credits for rule in self.rules), NONE)


def list_sources(person: UUID, *, on: date) -> list[Offer]:
    """Everything of a person's that could bring credits: certificates, and completed training."""
    held = Certificate.objects.filter(person=person, issued_on__lte=on)
    done = Trainee.objects.filter(person=person, completed_on__lte=on)
    certificates = held.exclude(status=CertificateStatus.SUPERSEDED).select_related("occupation")
    by_key = {one.pk: one for one in Certificate.objects.filter(person=person)}
    trained = list(done.select_related("course__occupation"))
    led = {one.certificate_id: one for one in trained if one.certificate_id}
    return [
        *(_certificate(one, by_key, led) for one in certificates),
        *(_training(one, by_key) for one in trained),
    ]


def get_source(person: UUID, key: str, *, on: date) -> Offer:
    """One of the person's own.

    Raises:
        SourceUnknown: They have none of that key.
    """
    for one in list_sources(person, on=on):
        if one.key == key:
            return one
    says = _("您名下没有可以转化学分的“%(key)s”。请从所列证书和培训中选择。")
    raise SourceUnknown(says % {"key": key})


def offers_of(person: UUID, *, on: date) -> list[tuple[Offer, list[Worth], Use | None]]:
    """Each certificate and training, what it could bring at which school, where it was used."""
    sources = list_sources(person, on=on)
    programmes = list_programmes(on=on)
    used = _uses({source for one in sources for source in one.sources})
    return [
        (
            one,
            [worth for of in programmes if (worth := worth_of(of.programme, one, of.rules)).rules],
            next((used[source] for source in one.sources if source in used), None),
        )
        for one in sources
    ]


def worth_of(programme: Programme, offer: Offer, rules: Iterable[Rule]) -> Worth:
    """What these rules of the programme bring for it."""
    best: dict[str, Rule] = {}
    for rule in rules:
        if _fits(rule, offer) and _is_better(rule, best.get(rule.course)):
            best[rule.course] = rule
    return Worth(programme, offer, tuple(best.values()))


def find_use(offer: Offer) -> Use | None:
    """Where it counts now; None where it may still be counted."""
    return next(iter(_uses(set(offer.sources)).values()), None)


def _uses(sources: set[str]) -> dict[str, Use]:
    found = Conversion.objects.filter(source__in=sources, ended_on=None)
    found = found.select_related("student__programme__school").prefetch_related("credits")
    return {one.source: Use(one) for one in found}


def _fits(rule: Rule, offer: Offer) -> bool:
    if rule.kind != offer.kind or rule.occupation_id != offer.occupation:
        return False
    if isinstance(offer.held, Certificate):
        return Grade(offer.held.grade).rank >= Grade(rule.grade).rank
    return offer.held.course.class_hours >= (rule.class_hours or 0)


def _is_better(rule: Rule, other: Rule | None) -> bool:
    return other is None or rule.credits > other.credits


def _certificate(
    held: Certificate, by_key: dict[int, Certificate], led: dict[int, Trainee]
) -> Offer:
    first = _first(held, by_key)
    training = led.get(first.pk) or led.get(held.pk)
    also = (f"training:{training.number}",) if training else ()
    sound = held.status == CertificateStatus.VALID
    source = f"certificate:{first.number}"
    return Offer(held.number, SourceKind.CERTIFICATE, held, (source, *also), sound)


def _training(trained: Trainee, by_key: dict[int, Certificate]) -> Offer:
    own = f"training:{trained.number}"
    led_to = by_key.get(trained.certificate_id or 0)
    gained = (f"certificate:{_first(led_to, by_key).number}",) if led_to else ()
    return Offer(trained.number, SourceKind.TRAINING, trained, (*gained, own), True)


def _first(held: Certificate, by_key: dict[int, Certificate]) -> Certificate:
    """The certificate that this one, corrected or issued again, goes back to."""
    chain: Sequence[Certificate] = [held]
    while (before := by_key.get(chain[-1].predecessor_id or 0)) is not None:
        chain = [*chain, before]
    return chain[-1]
