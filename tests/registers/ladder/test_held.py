"""Nobody applies for a grade they hold: every door names the certificate, and the ladder does."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.parties.models import Membership
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.ladder.services import NotYetOpen, find_barred, require_open
from gongtu.registers.sittings import services as sittings
from gongtu.registers.skills import services as skills_register
from gongtu.registers.skills.choices import Grade, RevocationReason
from gongtu.registers.skills.declare import Asked
from gongtu.registers.skills.models import Candidate, Certificate, Occupation
from gongtu.registers.titles import services as titles
from gongtu.registers.titles.choices import TitleLevel
from tests.api.conftest import ROOT, sign
from tests.cast import DAY, FITTER, FOUNDED, Cast, id_number, raise_curtain
from tests.factories import sessions, skills
from tests.factories.sittings import move
from tests.registers.sittings.test_seats import opened

HELD, NUMBER = date(2024, 3, 1), "Y000037020001263000001"
ALREADY = f"王师傅自2024-03-01起持有三级/高级工证书（{NUMBER}）"
LADDER, SESSIONS = reverse("worker:show_ladder"), reverse("worker:list_sessions")
HEAD = "姓名,身份证号,职业编码,等级,评价日期,评价地点,理论成绩,技能成绩,申报条件声明\n"


@pytest.fixture
def cast(db: None, settings: Settings) -> Cast:
    """甲公司 assesses fitters; both workers were fitters for years, and 王师傅 is a 高级工."""
    settings.GONGTU_TODAY = DAY
    cast = raise_curtain()
    skills.filing(cast)
    skills.seasoned(cast)
    sign(skills.certificate(cast, issued_on=HELD), cast.clerk)
    StandardWording.objects.create(
        occupation_id=FITTER, since=FOUNDED, wording="2023", source="标准"
    )
    return cast


def barred(cast: Cast, grade: Grade = Grade.SENIOR, on: date = DAY) -> str:
    """Why 王师傅 may not apply; empty where he may."""
    people = [cast.person(cast.wang).pk]
    found = find_barred(Asked(people, people, FITTER, grade, on))
    assert all(one.is_certain for one in found.values())
    return "".join(one.says for one in found.values())


def lapsed(number: str = NUMBER) -> None:
    Certificate.objects.filter(number=number).update(status="superseded")


def test_the_same_grade_of_the_same_occupation_alone(cast: Cast) -> None:
    Occupation.objects.create(code="6-20-01-02", name="工具钳工")

    assert ALREADY in barred(cast)
    assert "持有" not in barred(cast, Grade.TECHNICIAN)
    assert not barred(cast, Grade.INTERMEDIATE)
    assert "持有" not in barred(cast, on=HELD.replace(year=2023))
    asked = Asked([cast.person(cast.wang).pk], (), "6-20-01-02", Grade.SENIOR, DAY)
    assert all("持有" not in one.says for one in find_barred(asked).values())


def test_suspended_is_still_held_and_revoked_is_not(cast: Cast) -> None:
    skills_register.suspend_certificate(NUMBER, told="考评记录待核实", by=cast.clerk, on=DAY)
    assert f"王师傅的三级/高级工证书（{NUMBER}）暂停中" in barred(cast)

    skills_register.revoke_certificate(
        NUMBER, reason=RevocationReason.ISSUED_IN_ERROR, told="考评人员不足", heard="无意见",
        by=cast.liu, on=DAY,
    )  # fmt: skip

    assert not barred(cast)


def test_what_took_its_place_is_held_since_the_first_day(cast: Cast) -> None:
    lapsed()
    assert not barred(cast)
    new = skills.certificate(cast, serial=2, issued_on=DAY)
    Certificate.objects.filter(pk=new.pk).update(
        predecessor=Certificate.objects.get(number=NUMBER).pk
    )

    assert f"自2024-03-01起持有三级/高级工证书（{new.number}）" in barred(cast)


def test_of_several_each_is_named_and_the_others_may_apply(cast: Cast) -> None:
    people = [cast.person(one).pk for one in (cast.wang, cast.li)]

    with pytest.raises(NotYetOpen) as refused:
        require_open(people, FITTER, Grade.SENIOR, declared=True, on=DAY)

    assert [str(one).partition("（")[0] for one in refused.value.reasons] == [
        "王师傅自2024-03-01起持有三级/高级工证书"
    ]


def by_seat(cast: Cast) -> Any:
    case = opened(cast, "一号机房 9")
    sittings.register(case.number, by=cast.wang, on=DAY)


def by_list(cast: Cast) -> Any:
    names = {"names": "王师傅\n小李", "declared": skills.CHECKED}
    move(sessions.planned(cast), "enrol", cast.clerk, **names)


def by_title(cast: Cast) -> Any:
    granted = titles.Granted("T1", TitleLevel.ASSISTANT, "工程", "某评审委员会")
    titles.record_title(cast.wang.person, granted, by=cast.liu, on=date(2015, 3, 1))
    session = sessions.planned(cast).number
    told = {"session": session, "body": str(cast.bodies["works"].pk), "speciality": "机械"}
    casework.open_case("professional-assessment", answers=told, by=cast.wang, on=DAY)


@pytest.mark.parametrize("door", [by_seat, by_list, by_title])
def test_every_way_into_a_session_is_shut(cast: Cast, door: Callable[[Cast], Any]) -> None:
    with pytest.raises(NotYetOpen) as refused:
        door(cast)

    assert ALREADY in refused.value.reasons[0]
    assert not Candidate.objects.exists()


def test_a_title_holder_certified_meanwhile_is_not_admitted(cast: Cast) -> None:
    lapsed()
    by_title(cast)
    Certificate.objects.filter(number=NUMBER).update(status="valid")
    case = Case.objects.get(procedure="professional-assessment")

    with pytest.raises(NotYetOpen, match="持有三级"):
        move(case, "admit", cast.clerk, checked="机械专业与装配钳工对应。")


def test_results_by_file_are_given_back_with_the_row(cast: Cast) -> None:
    address = reverse("enterprise:upload_results")
    row = f"王师傅,{id_number(1)},{FITTER},高级工,{DAY},一号车间,88,91,{skills.CHECKED}"
    client = cast.client(cast.clerk)
    file = SimpleUploadedFile("results.csv", (HEAD + row).encode())

    landed = client.post(address, {"results": file})
    shown = client.get(landed.url).content.decode()

    assert "起持有三级/高级工证书" in shown
    assert not Candidate.objects.exists()


def test_page_of_sessions_tells_it_instead_of_a_button(cast: Cast) -> None:
    case = opened(cast, "一号机房 9")
    wang, li = cast.client(cast.wang), cast.client(cast.li)

    shown = wang.get(SESSIONS).content.decode()
    refused = wang.post(SESSIONS, {"number": case.number})

    assert "已经持有" in shown
    assert "自2024年3月1日起持有" in shown
    assert f'value="{case.number}"' not in shown
    assert f'value="{case.number}"' in li.get(SESSIONS).content.decode()
    assert refused.status_code == 422
    assert ALREADY in refused.content.decode()


def test_ladder_tells_by_which_certificate_and_since_when(cast: Cast) -> None:
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    wang = cast.client(cast.wang)

    page = wang.get(LADDER).content.decode()
    (told,) = wang.get(f"{ROOT}/me/ladder").json()

    assert "自2024年3月1日起持有" in page
    assert reverse("worker:show_certificate", args=[NUMBER]) in page
    assert told["holding"] == {"number": NUMBER, "since": "2024-03-01", "suspended": False}
    assert [step["holding"] for step in told["steps"]] == [None, None]


def test_suspended_grade_is_a_step_that_is_held_and_not_open(cast: Cast) -> None:
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    skills_register.suspend_certificate(NUMBER, told="考评记录待核实", by=cast.clerk, on=DAY)
    wang = cast.client(cast.wang)

    page = wang.get(LADDER).content.decode()
    (told,) = wang.get(f"{ROOT}/me/ladder").json()

    assert "已经持有" in page
    assert "证书暂停中" in page
    assert told["holding"] is None
    senior = next(one for one in told["steps"] if one["grade"] == "senior")
    assert senior["open"] is False
    assert senior["holding"] == {"number": NUMBER, "since": "2024-03-01", "suspended": True}
