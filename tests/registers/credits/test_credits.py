"""The credit bank: dated rules, a ledger that takes each thing once, transcripts, diplomas."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from gongtu.parties import services as parties
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.roles import SCHOOL
from gongtu.registers.credits import queries as ledger
from gongtu.registers.credits import services as bank
from gongtu.registers.credits.choices import EndedFor, SourceKind
from gongtu.registers.credits.models import Conversion, Rule
from gongtu.registers.credits.rows import Line
from gongtu.registers.education.models import Degree
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate
from gongtu.registers.training import services as training
from tests.scenarios.credit_bank import COUNTED, PUBLISHED, add, counted, opened, programme_of
from tests.scenarios.town import FITTER, FOUNDED, PREFIX, Town, found, furnish

HELD = f"{PREFIX}263000001"
RULES = {"needed": 10, "ceiling": 8, "certificate": {"senior": {"机械基础": 6, "钳工实训": 1.5}}}
LATER = COUNTED + timedelta(days=30)


@pytest.fixture
def town(db: None) -> Town:
    found_ = found()
    furnish(found_, {"certificates": [{"grade": "senior", "issued_on": date(2026, 4, 1)}]})
    opened(found_.roles["school"], RULES)
    return found_


def asked(town: Town, *, source: str = HELD, on: date = COUNTED) -> bank.Application:
    programme = programme_of(town.bodies["school"])
    return bank.Application(town.people["master"].pk, programme, source, on)


def convert(
    town: Town,
    number: str = "1",
    *,
    told: bank.Application | None = None,
    by: Capacity | None = None,
) -> Conversion:
    by = by or town.roles["school"]
    return bank.convert(told or asked(town), case_number=number, by=by, on=COUNTED)


def elsewhere(town: Town) -> Capacity:
    """Another school with the same rules."""
    other = parties.register_organisation(
        name="乙职业学校", kind=SCHOOL, division=town.district, key="other", by=CLOCK, on=FOUNDED
    )
    school = replace(town.roles["school"], organisation=other.pk)
    opened(school, RULES)
    return school


def test_holder_and_second_school_read_where_the_credits_are_used(town: Town) -> None:
    school, person = elsewhere(town), town.people["master"]
    ((offer, worths, use),) = ledger.offers_of(person.pk, on=COUNTED)
    assert ([str(one.credits) for one in worths], use) == (["7.5", "7.5"], None)
    convert(town)

    ((_offer, _worths, use),) = ledger.offers_of(person.pk, on=COUNTED)

    assert use is not None
    assert use.says == "7.5学分已在甲技师学院用于课程机械基础、钳工实训"
    with pytest.raises(bank.CreditsUsed, match="已在甲技师学院用于课程机械基础"):
        counted(person, school, number="2")
    bank.end_conversion("1", EndedFor.GIVEN_UP, by=town.roles["worker"], on=LATER)
    assert counted(person, school, number="2").source == offer.source


def test_the_ledger_itself_takes_nothing_twice(town: Town) -> None:
    made = convert(town)

    with pytest.raises(IntegrityError), transaction.atomic():
        Conversion.objects.create(
            case_number="2", student=made.student, source=made.source,
            certificate=made.certificate, granted_on=LATER,
        )  # fmt: skip


def test_a_corrected_certificate_is_still_the_same(town: Town) -> None:
    convert(town)
    first = Certificate.objects.get()
    Certificate.objects.update(status="superseded")
    Certificate.objects.create(
        number=f"{PREFIX}263000002", person=first.person, occupation_id=FITTER, grade="senior",
        issuer=first.issuer, issued_on=COUNTED, predecessor=first,
    )  # fmt: skip

    ((offer, _worths, use),) = ledger.offers_of(first.person_id, on=COUNTED)

    assert offer.key == f"{PREFIX}263000002"
    assert use is not None


def test_training_and_the_certificate_it_led_to_are_learned_once(town: Town) -> None:
    plan = training.Plan("K1", FITTER, 180, in_catalogue=True)
    course = training.open_course(town.bodies["works"].pk, plan, by=CLOCK, on=date(2026, 3, 1))
    training.enter(course, [town.people["master"].pk])
    training.complete("K1-001", by=CLOCK, on=date(2026, 4, 1))
    programme = ledger.get_programme(programme_of(town.bodies["school"]))
    add(programme, town.roles["school"], "安全", 2, hours=120)
    add(programme, town.roles["school"], "工艺", 2, hours=181)
    made = convert(town, told=asked(town, source="K1-001"))
    assert [one.course for one in made.credits.all()] == ["安全"]

    training.complete("K1-001", certificate=HELD, by=CLOCK, on=date(2026, 4, 1))

    with pytest.raises(bank.CreditsUsed, match="用于课程安全"):
        convert(town, "2")


def test_decisions_keep_the_rules_of_the_day_they_were_asked_under(town: Town) -> None:
    made = convert(town)
    by = town.roles["school"]
    for rule in Rule.objects.all():
        bank.end_rule(rule.pk, by=by, on=LATER)
    bank.change_terms(
        made.student.programme_id, Decimal(99), Decimal(1), instrument="新办法", by=by, on=LATER
    )

    transcript = ledger.transcript_of(ledger.get_student(made.student.number))

    assert (transcript.total, transcript.missing) == (Decimal("7.5"), Decimal("2.5"))
    assert {one.rule.credits for one in transcript.credits if one.rule} == {
        Decimal(6), Decimal("1.5")
    }  # fmt: skip
    ((_offer, worths, _use),) = ledger.offers_of(
        town.people["master"].pk, on=LATER + timedelta(days=1)
    )
    assert worths == []


def test_a_complete_transcript_brings_the_diploma_once(town: Town) -> None:
    number, person, by = (
        convert(town).student.number,
        town.people["master"].pk,
        town.roles["school"],
    )
    programme = programme_of(by.organisation)
    with pytest.raises(bank.NotFinished, match=r"还差2.5学分"):
        bank.confer(person, programme, diploma="B1", by=by, on=LATER)
    bank.record_study(number, Line("毕业设计", Decimal("2.5")), by=by, on=LATER)
    with pytest.raises(bank.StudyWrong, match="已有课程"):
        bank.record_study(number, Line("毕业设计", Decimal(1)), by=by, on=LATER)

    bank.confer(person, programme, diploma="B1", by=by, on=LATER)

    degree = Degree.objects.get(person=person)
    assert (degree.level, degree.graduated_on) == ("college", LATER)
    with pytest.raises(bank.NotFinished, match="已经颁发"):
        bank.confer(person, programme, diploma="B2", by=by, on=LATER)
    with pytest.raises(bank.StudyWrong, match="不再改变"):
        bank.record_study(number, Line("外语", Decimal(1)), by=by, on=LATER)
    with pytest.raises(bank.NotConvertible, match="已凭这些学分"):
        bank.end_conversion("1", EndedFor.TAKEN_BACK, by=by, on=LATER)


def test_another_school_writes_nothing_here(town: Town) -> None:
    other, made = elsewhere(town), convert(town)
    programme = made.student.programme_id

    with pytest.raises(NotEntitled):
        bank.change_terms(programme, Decimal(1), Decimal(1), instrument="x", by=other, on=LATER)
    with pytest.raises(NotEntitled):
        bank.end_rule(Rule.objects.filter(programme=programme)[0].pk, by=other, on=LATER)
    with pytest.raises(ledger.StudentUnknown):
        bank.record_study(made.student.number, Line("x", Decimal(1)), by=other, on=LATER)
    with pytest.raises(NotEntitled):
        convert(town, "2", by=other)
    with pytest.raises(NotEntitled):
        opened(town.roles["enterprise"], {"needed": 1, "ceiling": 1})
    with pytest.raises(bank.NotConvertible, match="请向该校申请"):
        bank.check_application(asked(town), other.organisation or 0)
    with pytest.raises(ledger.SourceUnknown):
        bank.check_application(asked(town, source="别人的"), town.bodies["school"].pk)
    with pytest.raises(ledger.ProgrammeUnknown):
        ledger.get_programme("无")
    with pytest.raises(bank.StudyWrong, match="还没有成绩单"):
        bank.check_student(town.people["apprentice"].pk, str(programme), town.bodies["school"].pk)


def test_rules_that_could_not_be_applied_say_every_reason(town: Town) -> None:
    by, programme = town.roles["school"], int(programme_of(town.bodies["school"]))
    bad = bank.Taking(
        kind=SourceKind.CERTIFICATE, occupation="无", course=" ", credits=Decimal("0.25"),
        instrument="",
    )  # fmt: skip
    with pytest.raises(bank.RuleWrong) as refused:
        bank.add_rule(programme, bad, since=PUBLISHED, by=by, on=COUNTED)
    assert len(refused.value.reasons) == 5
    same = bank.Taking(
        kind=SourceKind.CERTIFICATE, occupation=FITTER, course="机械基础", credits=Decimal(7),
        instrument="办法", grade=Grade.SENIOR,
    )  # fmt: skip
    with pytest.raises(bank.RuleWrong, match="相同条件"):
        bank.add_rule(programme, same, since=COUNTED, by=by, on=COUNTED)
    hours = replace(same, kind=SourceKind.TRAINING, grade=None)
    with pytest.raises(bank.RuleWrong, match="写明学时"):
        bank.add_rule(programme, hours, since=COUNTED, by=by, on=COUNTED)
    with pytest.raises(bank.RuleWrong, match="本校已有"):
        opened(by, RULES)
    with pytest.raises(bank.RuleWrong, match="不能多于"):
        bank.change_terms(programme, Decimal(1), Decimal(2), instrument="x", by=by, on=LATER)
    bank.change_terms(programme, Decimal(9), Decimal(2), instrument="x", by=by, on=LATER)
    with pytest.raises(bank.RuleWrong, match="明天起"):
        bank.change_terms(programme, Decimal(9), Decimal(2), instrument="x", by=by, on=LATER)
