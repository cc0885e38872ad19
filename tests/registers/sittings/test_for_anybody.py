"""A social body assesses anybody: who registers, whom it lists, what is kept of numbers."""

import pytest

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.records.outbox.models import Message
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.ladder.services import NotYetOpen
from gongtu.registers.sittings import services as sittings
from gongtu.registers.sittings.queries import list_open
from gongtu.registers.sittings.services import RegistrationShut, SeatTaken
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Assessor, Candidate, Certificate
from gongtu.registers.skills.rows import RowsWrong
from gongtu.registers.skills.services import FilingNotSound, Scope
from tests.cast import DAY, FITTER, FOUNDED, Cast, id_number
from tests.factories import social
from tests.factories.sessions import enrolled
from tests.factories.sittings import move, named
from tests.factories.skills import CHECKED, certificate, seasoned
from tests.registers.sittings.test_seats import opened

LATER = DAY.replace(day=20)


def known(cast: Cast) -> None:
    """Everybody's standard and years are known."""
    seasoned(cast)
    StandardWording.objects.get_or_create(
        occupation_id=FITTER, since=FOUNDED, defaults={"wording": "2023", "source": "标准"}
    )


def kept(case: Case) -> str:
    case.refresh_from_db()
    return str(case.move_answers["enrol"]["names"])


def test_anybody_takes_a_seat_whom_the_ladder_lets_apply(cast: Cast) -> None:
    known(cast)
    case = social.registering(social.filed(cast))

    sittings.register(case.number, by=cast.wang, on=DAY)
    with pytest.raises(NotYetOpen, match="外人不符合"):
        sittings.register(case.number, by=cast.stranger, on=DAY)
    with pytest.raises(RegistrationShut, match="已经在本场考生名单中"):
        sittings.register(case.number, by=cast.wang, on=DAY)

    assert Candidate.objects.get().person == cast.person(cast.wang)
    sittings.give_back(case.number, by=cast.wang, on=DAY)
    assert not Candidate.objects.exists()


def test_an_employers_session_stays_closed_to_others(cast: Cast) -> None:
    own, anybody = opened(cast), social.registering(social.filed(cast))

    listed = {one.session.case_number for one in list_open((), on=DAY)}

    assert listed == {anybody.number}
    with pytest.raises(RegistrationShut, match="只面向本单位职工"):
        sittings.register(own.number, by=cast.stranger, on=DAY)


def test_who_finds_no_seat_at_work_is_told_of_a_session_for_anybody(cast: Cast) -> None:
    own = opened(cast)
    anybody = social.registering(social.filed(cast), planned_on=LATER)
    sittings.register(own.number, by=cast.wang, on=DAY)

    with pytest.raises(SeatTaken) as refused:
        sittings.register(own.number, by=cast.li, on=DAY)

    assert refused.value.next_case == anybody.number


def test_a_list_finds_people_by_number_and_the_case_keeps_it_masked(cast: Cast) -> None:
    known(cast)
    held = certificate(cast, grade=Grade.INTERMEDIATE, of=cast.li)
    clerk = social.filed(cast)
    case = social.planned(clerk)

    move(case, "enrol", clerk, names=f"{social.WANG}\n小李 {held.number.lower()}", declared=CHECKED)

    assert {one.person_id for one in Candidate.objects.all()} == {cast.wang.person, cast.li.person}
    number = id_number(1)
    assert number not in kept(case)
    assert f"王师傅 {number[:4]}{'*' * 10}{number[-4:]}" in kept(case)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("王师傅", "应写明姓名，再写身份证号码或者证书编号"),
        (f"王师傅 {id_number(77)}", "没有姓名和号码都相符的登记"),
        (f"王师傅 {id_number(2)}", "没有姓名和号码都相符的登记"),
        ("王师傅 Y000037020001263000009", "没有姓名和号码都相符的登记"),
        ("王师傅 不是号码", "没有姓名和号码都相符的登记"),
    ],
)
def test_a_line_that_fits_nobody_does_not_tell_whose_number_it_is(
    cast: Cast, line: str, says: str
) -> None:
    clerk = social.filed(cast)
    case = social.planned(clerk)

    with pytest.raises(RowsWrong) as refused:
        move(case, "enrol", clerk, names=line, declared=CHECKED)

    assert says in refused.value.reasons[0]
    assert id_number(2) not in str(refused.value)
    assert not Candidate.objects.exists()


def test_its_certificates_begin_with_s_and_count_as_an_employers_do(cast: Cast) -> None:
    known(cast)
    clerk = social.filed(cast)
    case = social.planned(clerk)
    move(case, "enrol", clerk, names=social.WANG, declared=CHECKED)
    named(cast, case, clerk)
    move(case, "mark", clerk, marks="王师傅 88 91")
    move(case, "publish", clerk)
    casework.make_move(case.number, "issue", by=clerk, on=LATER)

    held = Certificate.objects.get()

    assert held.number.startswith(social.PREFIX)
    assert held.issuer == cast.bodies["social"]


def test_only_bodies_that_assess_are_filed(cast: Cast) -> None:
    scope = Scope(FITTER, Grade.JUNIOR, Grade.SENIOR)

    with pytest.raises(FilingNotSound, match="企业和社会培训评价组织"):
        skills.record_filing(
            cast.bodies["school"].pk, scope, site="040001", by=cast.liu, on=FOUNDED
        )

    assert not Assessor.objects.filter(organisation=cast.bodies["school"]).exists()


def test_whom_a_social_body_lists_hears_of_it_once(cast: Cast) -> None:
    clerk = social.filed(cast)
    seasoned(cast)
    case = social.planned(clerk)
    for names in (social.WANG, f"{social.WANG}\n{social.LI}"):
        move(case, "enrol", clerk, names=names, declared=CHECKED)

    told = Message.objects.filter(subject__contains="考生名单")

    assert sorted(told.values_list("to", flat=True)) == sorted(
        str(one.account) for one in (cast.wang, cast.li)
    )


def test_an_employer_lists_its_staff_without_a_message(cast: Cast) -> None:
    enrolled(cast)

    assert not Message.objects.filter(subject__contains="考生名单").exists()
