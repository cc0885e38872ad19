"""Two enterprises agree, a worker moves and keeps the grade, and the end stops what is new (22)."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.casework.models import Case
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.provisions.c3_careers.chief_technician_appointment.rules import POLICY
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate
from tests.cast import DAY, FITTER, FOUNDED, Cast, id_number
from tests.factories.cases import PDF
from tests.factories.skills import certificate
from tests.journeys.test_journey_one import SimpleUploadedFile, move, opened, posted
from tests.scenarios.play import decided

MOVED, TOLD, OVER = date(2026, 10, 8), date(2027, 3, 1), date(2027, 4, 1)


def moves(cast: Cast, who: Capacity, on: date) -> None:
    """From 甲公司 to 乙公司."""
    person = cast.person(who)
    parties.end_membership(person.memberships.get(until=None), by=CLOCK, on=on)
    parties.employ(person, cast.bodies["other"], by=CLOCK, on=on)


def agreed(cast: Cast) -> Case:
    """甲公司 proposes and 乙公司 accepts, each on its own page."""
    scope = skills.Scope(FITTER, Grade.JUNIOR, Grade.SENIOR_TECHNICIAN)
    works = cast.bodies["works"].pk
    skills.record_filing(works, scope, site="020001", by=cast.liu, on=FOUNDED)
    clerk, other = cast.client(cast.clerk), cast.client(cast.other_clerk)
    posted(
        clerk, reverse("enterprise:propose_agreement"),
        partner="乙", ticked=[f"{FITTER} 初级工 高级技师"],
        since=DAY.isoformat(), until="2028-09-01", notice_days="30",
    )  # fmt: skip
    case = Case.objects.get(procedure="mutual-recognition")
    assert case.number in other.get(reverse("enterprise:show_home")).content.decode()
    move(other, case.number, "accept")
    case.refresh_from_db()
    return case


def pay_of(cast: Cast, who: Capacity) -> str:
    return str(cast.client(who).get(reverse("worker:show_grade_pay")).content.decode())


def fits_of(cast: Cast) -> str:
    """Who on 乙公司's staff fits the post of a senior worker."""
    address = reverse("enterprise:show_match", args=["post-4"])
    return str(cast.client(cast.other_clerk).get(address).content.decode())


def test_who_moves_keeps_the_grade_and_an_end_stops_only_what_is_new(
    cast: Cast, settings: Settings
) -> None:
    certificate(cast)
    lis = certificate(cast, serial=2)
    Certificate.objects.filter(pk=lis.pk).update(person=cast.person(cast.li))
    case = agreed(cast)
    other = cast.client(cast.other_clerk)
    other.post(
        reverse("enterprise:enter_grade_pay"),
        {"senior": "400", "since": DAY.isoformat(), "instrument": "薪酬制度"},
    )

    other.post(reverse("enterprise:adopt_lattice"))
    assert "还没有人符合" in fits_of(cast)

    # While it runs nobody's turn it is; 王师傅 moves, and asks for nothing.
    assert case.number not in other.get(reverse("enterprise:show_home")).content.decode()
    settings.GONGTU_TODAY = MOVED
    moves(cast, cast.wang, MOVED)
    assert "按互认协议自2026年10月8日起计入" in pay_of(cast, cast.wang)
    assert "¥400.00" in pay_of(cast, cast.wang)
    assert "王师傅" in fits_of(cast)

    # 乙公司 tells the end; 小李 moves after the notice has run.
    settings.GONGTU_TODAY = TOLD
    move(other, case.number, "end_as_partner", reason="业务调整。", confirmed="on")
    settings.GONGTU_TODAY = OVER
    moves(cast, cast.li, OVER)

    assert "¥400.00" in pay_of(cast, cast.wang)
    assert "您的等级" not in pay_of(cast, cast.li)
    assert "没有等级在这里计入" in pay_of(cast, cast.li)
    fits = fits_of(cast)
    assert "王师傅" in fits
    assert "小李" not in fits
    assert "1名职工持有甲公司评价的证书，没有协议" in fits


@pytest.mark.parametrize("agrees", [True, False])
def test_a_recognised_grade_opens_the_next_one_in_the_other_enterprise(
    cast: Cast, settings: Settings, agrees: bool
) -> None:
    certificate(cast, grade=Grade.SENIOR_TECHNICIAN)
    if agrees:
        agreed(cast)
    settings.GONGTU_TODAY = MOVED
    moves(cast, cast.wang, MOVED)
    other = cast.client(cast.other_clerk)
    rows = {"special_technician": 1, "chief_technician": 1}
    months = {"special_technician": 0, "chief_technician": 0}

    with decided(POLICY, {"quota": rows, "months_before": months}):
        case = opened(
            other, "chief-technician-appointment",
            {
                "candidate": id_number(1), "occupation": FITTER,
                "grade": "special_technician", "deeds": "攻关三项。", "agreed": "true",
            },
            file_rules=SimpleUploadedFile("rules.pdf", PDF),
        )  # fmt: skip
        panel = {"members": "5", "in_favour": "5", "recused": "true", "passed": "true"}
        answer = posted(other, reverse("cases:make_move", args=[case.number, "shortlist"]), **panel)
    assert (answer.status_code == 200) is agrees
