"""Schools that publish credit rules, workers who apply, transcripts, and one diploma."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from gongtu.ops.demo.plays import WITHDRAW, Play, Turn, cut, perform
from gongtu.ops.demo.town import Town
from gongtu.parties.models import Organisation
from gongtu.parties.queries import get_person, read_id_number
from gongtu.parties.roles import Role
from gongtu.registers.credits import services as bank
from gongtu.registers.credits.choices import SourceKind
from gongtu.registers.credits.models import Programme, Student
from gongtu.registers.credits.queries import get_student, transcript_of
from gongtu.registers.credits.rows import Line
from gongtu.registers.education.choices import Level, SchoolKind
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.registers.skills.models import Certificate

PUBLISHED, BEGUN_ON = date(2026, 3, 16), date(2026, 4, 1)
PROGRAMMES = ("机械制造及自动化", "机电设备技术")
NEEDED, CEILING, PAPER = Decimal(80), Decimal(40), "学分认定和转换办法（演示）"
BROUGHT = (
    (Grade.INTERMEDIATE, None, "专业基础实训", Decimal(4)),
    (Grade.SENIOR, None, "专业综合实训", Decimal(8)),
    (Grade.TECHNICIAN, None, "生产管理与技术革新", Decimal("6.5")),
    (None, 120, "岗位安全与规范", Decimal(2)),
)
APPLICATIONS, OCCUPATIONS, STUDIED_FOR = 18, 6, timedelta(days=60)
WAITING_FOR = timedelta(days=4)
SIGNED, SIGNED_FOR = 3, timedelta(days=3)
STUDIED = (("机械制图", "4"), ("电工基础", "3"), ("钳工工艺", "4.5"))


def publish(town: Town) -> None:
    """The first schools count the commonest certificates of the city."""
    issued = Certificate.objects.values_list("occupation", flat=True).order_by("occupation")
    occupations = list(issued.distinct()[:OCCUPATIONS])
    for school, name in zip(town.schools, (*PROGRAMMES, PROGRAMMES[0]), strict=False):
        _publish(town, school, name, occupations)


def conversions(town: Town) -> Iterator[Play]:
    """Applications of workers outside the cast, at every stage."""
    cast = [account.person_id for account in town.cast.values() if account.person_id]
    programmes = list(Programme.objects.order_by("id"))
    fitting = Certificate.objects.filter(
        status=CertificateStatus.VALID,
        grade=Grade.SENIOR,
        issued_on__lt=BEGUN_ON,
        occupation__in=programmes[0].rules.values("occupation"),
    ).exclude(person__in=cast)
    chosen = fitting.select_related("person").order_by("id")[:APPLICATIONS]
    for place, held in enumerate(chosen):
        programme = programmes[place % len(programmes)]
        opened = BEGUN_ON + timedelta(days=place * 10)
        answers = {
            "school": str(programme.school_id),
            "programme": str(programme.pk),
            "source": held.number,
        }
        worker, school = town.worker(held.person), town.officer(programme.school_id)
        grant = Turn("grant", school, 6)
        told = {"lines": "专业综合实训 6"}
        paths: list[Sequence[Turn]] = [
            [grant],
            [Turn("grant_part", school, 8, told, reason="实训内容与课程标准部分相符。")],
            [Turn("ask_more", school, 3, reason="请说明现从事的岗位。"),
             Turn("explain", worker, 4, reason="从事设备维修八年。"), grant],
            [Turn("refuse", school, 9, reason="课程内容与该证书的职业不相符。")],
            [grant, Turn("give_up", worker, 20)],
            [Turn(WITHDRAW, worker, 2, reason="改报其他专业。")],
        ]  # fmt: skip
        yield Play("credit-conversion", worker, opened, answers, cut(paths, place))


def finish_some(town: Town) -> None:
    """The first students study to the end: one receives the diploma, one waits for the school."""
    begun = Student.objects.filter(conversions__isnull=False, conversions__ended_on=None)
    first, second = begun.distinct().order_by("enrolled_on", "id")[:2]
    confer = Turn("confer", town.officer(first.programme.school_id), 10, {"number": "B2026000001"})
    _finish(town, first, first.enrolled_on + STUDIED_FOR, [confer])
    _finish(town, second, town.on - WAITING_FOR, [])
    _sign_some(town)
    _study_beside_work(town)


def _sign_some(town: Town) -> None:
    """Some have their transcripts signed by the school; one of them goes on studying."""
    begun = Student.objects.filter(
        conversions__isnull=False, conversions__ended_on=None, diploma=None,
        enrolled_on__lt=town.on - SIGNED_FOR,
    )  # fmt: skip
    signed = list(begun.distinct().order_by("-enrolled_on", "id")[:SIGNED])
    for student in signed:
        worker = town.worker(student.person)
        bank.sign_transcript(student.number, by=worker, on=town.on - SIGNED_FOR)
    first = signed[0]
    school = town.officer(first.programme.school_id)
    bank.record_study(first.number, Line("职业素养", Decimal(1)), by=school, on=town.on)


def _study_beside_work(town: Town) -> None:
    """The cast's young worker studies at the school of the cast, which signed the transcript."""
    school, li = town.member("wu", role=Role.SCHOOL), town.member("li", role=Role.WORKER)
    person = get_person(li.person or "")
    programme = Programme.objects.filter(school=school.organisation).earliest("id")
    student = bank.enrol(
        programme.pk, name=person.name, id_number=read_id_number(person), by=school, on=BEGUN_ON
    )
    for place, (course, count) in enumerate(STUDIED, start=1):
        day = BEGUN_ON + STUDIED_FOR * place
        bank.record_study(student.number, Line(course, Decimal(count)), by=school, on=day)
    bank.sign_transcript(student.number, by=li, on=town.on - SIGNED_FOR)


def _finish(town: Town, student: Student, day: date, turns: Sequence[Turn]) -> None:
    """The school teaches what is missing, and the student asks for the diploma."""
    school = town.officer(student.programme.school_id)
    missing = transcript_of(get_student(student.number)).missing
    half = (missing / 2).quantize(Decimal(1))
    for course, count in (("公共基础课", half), ("专业课和毕业设计", missing - half)):
        bank.record_study(student.number, Line(course, count), by=school, on=day)
    answers = {"school": str(student.programme.school_id), "programme": str(student.programme_id)}
    perform(town, Play("credit-diploma", town.worker(student.person), day, answers, turns))


def _publish(town: Town, school: Organisation, name: str, occupations: Sequence[str]) -> None:
    by = town.officer(school.pk)
    plan = bank.Plan(
        name=name, level=Level.COLLEGE, school_kind=SchoolKind.TECHNICIAN_COLLEGE, full_time=False,
        needed=NEEDED, ceiling=CEILING, instrument=PAPER,
    )  # fmt: skip
    programme = bank.open_programme(plan, by=by, on=PUBLISHED)
    for occupation in occupations:
        for grade, hours, course, brings in BROUGHT:
            taking = bank.Taking(
                kind=SourceKind.CERTIFICATE if grade else SourceKind.TRAINING,
                occupation=occupation, course=course, credits=brings, instrument=PAPER,
                grade=grade, class_hours=hours,
            )  # fmt: skip
            bank.add_rule(programme.pk, taking, since=PUBLISHED, by=by, on=PUBLISHED)
