"""The register of equivalence by API: for anybody, asked of what one holds, and one's own."""

from datetime import date

from gongtu.parties.models import Membership
from gongtu.registers.qualifications.choices import Kind
from gongtu.registers.qualifications.services import (
    Issued,
    record_qualification,
    withdraw_qualification,
)
from gongtu.registers.skills.choices import Grade
from tests.api.conftest import ROOT
from tests.cast import DAY, FITTER
from tests.factories.skills import certificate

ROWS, ASKED, MINE = f"{ROOT}/equivalences", f"{ROOT}/equivalence-answers", f"{ROOT}/me/equivalences"


def test_anybody_reads_the_rows_with_what_ended(client, db):
    rows = {row["key"]: row for row in client.get(ROWS).json()}

    row = rows["senior-to-assistant"]
    assert client.get(f"{ROWS}/senior-to-assistant").json() == row
    assert [one["until"] for one in row["statements"]] == ["2020-12-01", None]
    assert [(one["value"], one["unit"]) for one in row["counts"]] == [(2, "年")]
    assert rows["qualification-to-title"]["target"] == {"side": "title", "key": "", "label": "职称"}
    assert client.get(f"{ROWS}/no-such-row").status_code == 404


def test_what_one_holds_is_asked_and_what_cannot_be_held_is_refused(client, db):
    (treated,) = client.get(ASKED, {"school": "senior"}).json()
    assert (treated["open"], treated["gives"]) == (None, "treated-as")

    found = client.get(ASKED, {"grade": "senior", "since": "2026-01-01"}).json()
    answer = next(one for one in found if one["row"] == "senior-to-assistant")
    verdicts = [one["verdict"] for one in answer["conditions"]]
    assert (answer["open"], verdicts) == (False, ["holds", "fails", "unknown"])

    for asked in (
        {}, {"grade": "emperor"}, {"school": "none"}, {"since": "2026-01-01"},
        {"qualification": "licence"}, {"honour": "emperor"},
    ):  # fmt: skip
        assert client.get(ASKED, asked).status_code == 422


def test_a_qualification_and_an_honour_are_asked_like_anything_held(client, db):
    (row,) = client.get(ASKED, {"qualification": "access"}).json()
    assert (row["row"], row["open"]) == ("qualification-to-title", None)
    assert row["statement"]["confidence"] == "unconfirmed"
    assert client.get(ASKED, {"qualification": "level"}).json() == []

    (treated,) = client.get(ASKED, {"honour": "provincial-skill-master"}).json()
    assert treated["row"] == "skill-master-treatment"
    together = {"qualification": "access", "grade": "senior", "since": "2020-01-01"}
    rows = {one["row"] for one in client.get(ASKED, together).json()}
    assert {"qualification-to-title", "senior-to-assistant"} <= rows


def test_worker_reads_their_own_and_nobody_elses(cast, client):
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 1, 1))

    own, beside = cast.client(cast.wang).get(MINE).json()

    assert own["occupation"] == FITTER
    assert {"side": "grade", "key": "senior", "label": "高级工"} in own["held"]
    assert [one["row"] for one in own["answers"]] == ["senior-to-assistant"]
    assert [one["row"] for one in beside["answers"]] == ["certificate-to-credits"]
    assert client.get(MINE).status_code == 401
    assert cast.client(cast.clerk).get(MINE).status_code == 403


def test_own_qualification_answers_from_the_record_while_it_counts(cast):
    told = Issued("焊工", "H1", Kind.ACCESS, "", "某部门", date(2024, 6, 1), None)
    record_qualification(
        cast.wang.person, told, compared_with="官方登记", case_number="20260000001",
        by=cast.liu, on=DAY,
    )  # fmt: skip
    held = {"side": "qualification", "key": "access", "label": "准入类职业资格"}

    (beside,) = cast.client(cast.wang).get(MINE).json()

    assert held in beside["held"]
    assert [one["row"] for one in beside["answers"]] == ["qualification-to-title"]
    assert held not in cast.client(cast.li).get(MINE).json()[0]["held"]
    withdraw_qualification("20260000001", by=cast.liu, on=DAY)
    assert held not in cast.client(cast.wang).get(MINE).json()[0]["held"]
