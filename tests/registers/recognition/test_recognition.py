"""A grade begins to count in the other enterprise only while an agreement runs, and stays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.asking import Verdict, judge
from gongtu.engines.entitlement.declare import TODAY, Condition, Subject
from gongtu.law import article
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.models import Person
from gongtu.provisions.c3_careers.mutual_recognition.rules import POLICY
from gongtu.registers.recognition import services as recognition
from gongtu.registers.recognition.facts import Counting, Recognition
from gongtu.registers.recognition.known import counting_known, recognitions_known
from gongtu.registers.recognition.queries import (
    bodies_recognising,
    counted_grades,
    grade_pay,
    list_agreements_of,
    recognised_grades,
    recognised_staff,
    weigh,
)
from gongtu.registers.recognition.rows import Line, read_scope, write_scope
from gongtu.registers.recognition.services import (
    AgreementNotSound,
    AgreementOver,
    PayWrong,
    Terms,
)
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.rows import RowsWrong
from tests.cast import DAY, FITTER, Cast, raise_curtain
from tests.factories.recognition import NUMBER, SCOPE, UNTIL, agreement, ended
from tests.factories.skills import certificate

MOVED = date(2026, 10, 8)
LATER = date(2027, 6, 1)
TOLD = date(2027, 1, 1)
OVER = date(2027, 1, 31)  # thirty days of notice


@pytest.fixture
def cast(db: None) -> Cast:
    """王师傅 holds a senior certificate of 甲公司."""
    cast = raise_curtain()
    certificate(cast)
    return cast


def leaves(person: Person, on: date) -> None:
    parties.end_membership(person.memberships.get(until=None), by=CLOCK, on=on)


def moves(cast: Cast, on: date = MOVED) -> None:
    """王师傅 leaves 甲公司 for 乙公司."""
    person = cast.person(cast.wang)
    leaves(person, on)
    parties.employ(person, cast.bodies["other"], by=CLOCK, on=on)


def there(cast: Cast, on: date) -> list[tuple[Grade, date | None]]:
    """What of 王师傅's counts, or would count, in 乙公司."""
    other = cast.bodies["other"].pk
    found = recognised_grades(cast.person(cast.wang).pk, other, on=on)
    return [(one.grade, one.since) for one in found]


def counts(cast: Cast, on: date) -> list[tuple[Grade, date, Yuan | None]]:
    other = cast.bodies["other"].pk
    found = counted_grades(cast.person(cast.wang).pk, other, on=on)
    return [(one.grade, one.since, one.monthly) for one in found]


def pays(cast: Cast, since: date = DAY, **monthly: int) -> None:
    table = {Grade(grade): Yuan(sum_) for grade, sum_ in monthly.items()}
    other = cast.bodies["other"].pk
    recognition.record_grade_pay(
        other, table, since=since, instrument="薪酬制度", by=cast.other_clerk, on=since
    )


def test_without_an_agreement_nothing_counts(cast: Cast) -> None:
    moves(cast)

    assert there(cast, LATER) == []


def test_who_moves_keeps_the_grade_from_the_first_day(cast: Cast) -> None:
    agreement(cast)
    moves(cast)

    assert there(cast, MOVED) == [(Grade.SENIOR, MOVED)]


def test_who_might_come_is_told_that_it_would_count(cast: Cast) -> None:
    agreement(cast)

    assert there(cast, DAY) == [(Grade.SENIOR, None)]
    assert counts(cast, DAY) == []


def test_an_agreement_made_after_the_move_counts_from_its_first_day(cast: Cast) -> None:
    moves(cast)
    agreement(cast, since=LATER)

    assert there(cast, LATER - timedelta(days=1)) == []
    assert there(cast, LATER) == [(Grade.SENIOR, LATER)]


def test_a_grade_outside_the_scope_does_not_count(cast: Cast) -> None:
    agreement(cast)
    certificate(cast, serial=2, grade=Grade.SENIOR_TECHNICIAN)
    certificate(cast, serial=3, grade=Grade.JUNIOR)
    moves(cast)

    assert there(cast, LATER) == [(Grade.SENIOR, MOVED)]


def test_it_works_the_other_way_round_and_with_nobody_else(cast: Cast) -> None:
    agreement(cast)
    works = cast.bodies["works"].pk

    assert recognised_grades(cast.person(cast.wang).pk, works, on=DAY) == []
    assert recognised_grades(cast.person(cast.wang).pk, cast.bodies["union"].pk, on=DAY) == []


def test_what_began_to_count_goes_on_after_the_end(cast: Cast) -> None:
    agreement(cast)
    pays(cast, senior=300)
    moves(cast)
    ended(cast, on=TOLD)

    assert there(cast, LATER) == [(Grade.SENIOR, MOVED)]
    assert counts(cast, LATER) == [(Grade.SENIOR, MOVED, Yuan(300))]


@pytest.mark.parametrize(
    ("moved", "after"),
    [(OVER - timedelta(days=1), [(Grade.SENIOR, OVER - timedelta(days=1))]), (OVER, [])],
)
def test_the_end_stops_new_effects_from_the_day_the_notice_has_run(
    cast: Cast, moved: date, after: list
) -> None:
    agreement(cast)
    ended(cast, on=TOLD)
    moves(cast, on=moved)

    assert there(cast, LATER) == after


def test_where_it_would_count_is_told_while_the_agreement_runs(cast: Cast) -> None:
    agreement(cast)
    ended(cast, on=TOLD)
    held = cast.person(cast.wang).certificates.get()

    assert bodies_recognising(held, on=OVER - timedelta(days=1)) == [cast.bodies["other"]]
    assert bodies_recognising(held, on=OVER) == []


@pytest.mark.parametrize("moved", [UNTIL - timedelta(days=1), UNTIL])
def test_expiry_stops_new_effects_too(cast: Cast, moved: date) -> None:
    agreement(cast)
    moves(cast, on=moved)

    assert bool(there(cast, UNTIL)) is (moved < UNTIL)


def test_a_certificate_issued_after_the_end_does_not_count(cast: Cast) -> None:
    agreement(cast)
    moves(cast)
    ended(cast, on=TOLD)
    certificate(cast, serial=2, grade=Grade.TECHNICIAN, issued_on=OVER)

    assert there(cast, LATER) == [(Grade.SENIOR, MOVED)]


def test_a_revoked_certificate_counts_nowhere_from_its_day(cast: Cast) -> None:
    agreement(cast)
    moves(cast)
    held = cast.person(cast.wang).certificates.get()
    held.status, held.revoked_on, held.revoked_for = "revoked", LATER, "issued-in-error"
    held.save()

    assert there(cast, LATER - timedelta(days=1)) == [(Grade.SENIOR, MOVED)]
    assert there(cast, LATER) == []


def test_leaving_again_takes_nothing_back(cast: Cast) -> None:
    agreement(cast)
    moves(cast)
    person = cast.person(cast.wang)
    leaves(person, LATER)

    assert there(cast, LATER) == [(Grade.SENIOR, MOVED)]
    assert recognised_staff(cast.bodies["other"].pk, on=LATER) == []


def test_employer_sees_who_of_its_staff_counts(cast: Cast) -> None:
    agreement(cast)
    moves(cast)

    (one,) = recognised_staff(cast.bodies["other"].pk, on=MOVED)
    assert (one.certificate.person.name, one.grade, one.since) == ("王师傅", Grade.SENIOR, MOVED)


def test_what_counts_of_many_is_what_counts_of_each(cast: Cast) -> None:
    agreement(cast)
    moves(cast)
    certificate(cast, serial=2, grade=Grade.SENIOR_TECHNICIAN)
    certificate(cast, serial=3, of=cast.li)
    other = cast.bodies["other"].pk
    people = [cast.person(one).pk for one in (cast.wang, cast.li)]

    found = weigh(people, other, on=MOVED)
    for person in people:
        assert list(found[person].counted) == counted_grades(person, other, on=MOVED)
    assert [one.grade for one in found[people[0]].uncounted] == [Grade.SENIOR_TECHNICIAN]
    assert found[people[1]].counted == ()


def test_pay_follows_the_highest_grade_that_counts_and_the_last_table(cast: Cast) -> None:
    agreement(cast)
    moves(cast)
    certificate(cast, serial=2, grade=Grade.INTERMEDIATE)
    pays(cast, since=DAY, senior=300, intermediate=100)
    pays(cast, since=LATER, senior=350)
    before = LATER - timedelta(days=1)

    assert counts(cast, before)[0] == (Grade.SENIOR, MOVED, Yuan(300))
    assert counts(cast, LATER)[0] == (Grade.SENIOR, MOVED, Yuan(350))
    assert list(grade_pay(cast.bodies["other"].pk, on=LATER)) == [Grade.INTERMEDIATE, Grade.SENIOR]


def test_what_an_enterprise_does_not_tell_it_pays_is_not_guessed(cast: Cast) -> None:
    agreement(cast)
    moves(cast)

    assert counts(cast, MOVED) == [(Grade.SENIOR, MOVED, None)]


def test_rules_may_ask_whether_a_grade_was_recognised_and_when(cast: Cast) -> None:
    agreement(cast)
    moves(cast)
    person, other = cast.person(cast.wang).pk, cast.bodies["other"].pk
    (subject,) = recognitions_known(person, other, on=LATER).values()
    by_then = Condition("已经认可", article(22), Recognition.recognised_on <= TODAY, "by-then")
    next_grade = Condition(
        "在本单位计入高级工以上等级",
        article(22),
        Counting.grade.among(Grade.SENIOR, Grade.TECHNICIAN),
        "next-grade",
    )
    policy = POLICY

    here = Subject("", "", counting_known(person, other, on=LATER, occupation=FITTER))
    nowhere = Subject("", "", counting_known(person, other, on=LATER, occupation="6-18-02-04"))

    assert judge(by_then, subject, policy=policy, on=LATER).verdict is Verdict.HOLDS
    assert judge(next_grade, here, policy=policy, on=LATER).verdict is Verdict.HOLDS
    assert judge(next_grade, nowhere, policy=policy, on=LATER).verdict is not Verdict.HOLDS


def refusal_of(cast: Cast, **changed: object) -> str:
    told = {
        "proposer": cast.bodies["works"].pk, "partner": cast.bodies["other"].pk,
        "since": DAY, "until": UNTIL, "notice_days": 30,
    }  # fmt: skip
    scope = changed.pop("scope", SCOPE)
    with pytest.raises(AgreementNotSound) as refused:
        recognition.check_terms(Terms(**{**told, **changed}), scope)
    return str(refused.value)


def test_terms_that_cannot_be_agreed_on_are_refused(cast: Cast) -> None:
    stranger = [Line("9-99-99-99", Grade.JUNIOR, Grade.SENIOR)]

    assert "不能是本单位" in refusal_of(cast, partner=cast.bodies["works"].pk)
    assert "应当是企业" in refusal_of(cast, partner=cast.bodies["union"].pk)
    assert "晚于生效日期" in refusal_of(cast, until=DAY)
    assert "不能是负数" in refusal_of(cast, notice_days=-1)
    assert "没有代码为9-99-99-99的职业" in refusal_of(cast, scope=stranger)


def test_an_end_is_told_once_and_only_while_it_runs(cast: Cast) -> None:
    agreement(cast)
    ended(cast, on=TOLD)

    with pytest.raises(AgreementOver):
        ended(cast, on=LATER)
    agreement(cast, number="20260009002")
    with pytest.raises(AgreementOver):
        ended(cast, "20260009002", on=UNTIL)


def test_an_end_told_late_does_not_outlast_the_term(cast: Cast) -> None:
    agreement(cast)
    told = ended(cast, on=UNTIL - timedelta(days=1))

    assert told.last == UNTIL


def test_agreements_of_an_enterprise_are_its_own(cast: Cast) -> None:
    agreement(cast)

    assert [a.case_number for a in list_agreements_of(cast.bodies["other"].pk)] == [NUMBER]
    assert list(list_agreements_of(cast.bodies["union"].pk)) == []


def test_pay_needs_a_sum_and_a_source(cast: Cast) -> None:
    with pytest.raises(PayWrong, match="至少填写一个"):
        pays(cast)
    with pytest.raises(PayWrong, match="不能是负数"):
        pays(cast, senior=-1)
    with pytest.raises(PayWrong, match="依据"):
        recognition.record_grade_pay(
            cast.bodies["other"].pk, {Grade.SENIOR: Yuan(1)}, since=DAY, instrument=" ",
            by=cast.other_clerk, on=DAY,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "名单是空的"),
        ("6-20-01-01 高级工", "第1行：应写明职业代码"),
        ("6-20-01-01 高级工 大师", "第1行：没有“大师”这个等级"),
        ("6-20-01-01 技师 高级工", "第1行：最低等级高于最高等级"),
        ("6-20-01-01 初级工 高级工\n6-20-01-01 技师 技师", "写了不止一行"),
    ],
)
def test_a_scope_that_cannot_be_read_says_where(text: str, says: str) -> None:
    with pytest.raises(RowsWrong, match=says):
        read_scope(text)


CODES = st.lists(
    st.from_regex(r"[1-8]-\d{2}-\d{2}-\d{2}", fullmatch=True), min_size=1, max_size=8, unique=True
)


@given(codes=CODES, grades=st.lists(st.sampled_from(Grade), min_size=16, max_size=16))
def test_a_scope_is_read_back_as_written(codes: list[str], grades: list[Grade]) -> None:
    lines = []
    for code in codes:
        low, high = sorted((grades.pop(), grades.pop()), key=lambda grade: grade.rank)
        lines.append(Line(code, low, high))

    assert read_scope(write_scope(lines)) == lines


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_of_a_scope(text: str) -> None:
    try:
        lines = read_scope(text)
    except RowsWrong:
        return
    assert read_scope(write_scope(lines)) == lines
