"""An enterprise's own pay by grade: kept, added to, refused where it cannot be."""

from django.urls import reverse

from gongtu.registers.recognition.queries import grade_pay
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, Cast

ADDRESS = reverse("enterprise:enter_grade_pay")
TOLD = {"senior": "300", "technician": "500.50", "since": DAY.isoformat(), "instrument": "薪酬制度"}


def kept(cast: Cast) -> dict[Grade, int]:
    return {grade: row.monthly for grade, row in grade_pay(cast.bodies["works"].pk, on=DAY).items()}


def test_what_was_told_is_kept_and_shown(cast: Cast) -> None:
    page = cast.client(cast.clerk).post(ADDRESS, TOLD, follow=True).content.decode()

    assert kept(cast) == {Grade.SENIOR: 30000, Grade.TECHNICIAN: 50050}
    assert "¥500.50" in page


def test_what_is_left_empty_stays(cast: Cast) -> None:
    client = cast.client(cast.clerk)
    client.post(ADDRESS, TOLD)
    client.post(ADDRESS, {"senior": "350", "since": DAY.isoformat(), "instrument": "薪酬制度"})

    assert kept(cast) == {Grade.SENIOR: 35000, Grade.TECHNICIAN: 50050}


def test_nothing_told_and_no_source_are_refused(cast: Cast) -> None:
    client = cast.client(cast.clerk)
    nothing = client.post(ADDRESS, {"since": DAY.isoformat(), "instrument": "薪酬制度"})
    no_source = client.post(ADDRESS, {**TOLD, "instrument": ""})
    negative = client.post(ADDRESS, {**TOLD, "senior": "-1"})

    assert [one.status_code for one in (nothing, no_source, negative)] == [422, 422, 422]
    assert "至少填写一个等级" in nothing.content.decode()
    assert kept(cast) == {}


def test_other_enterprises_do_not_see_it(cast: Cast) -> None:
    cast.client(cast.clerk).post(ADDRESS, TOLD)

    assert "¥500.50" not in cast.client(cast.other_clerk).get(ADDRESS).content.decode()


def test_worker_enters_nothing(cast: Cast) -> None:
    assert cast.client(cast.wang).post(ADDRESS, TOLD).status_code == 403
    assert kept(cast) == {}
