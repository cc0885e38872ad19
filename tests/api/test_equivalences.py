"""The register of equivalence by API: for anybody, asked of what one holds, and one's own."""

from datetime import date

from gongtu.parties.models import Membership
from gongtu.registers.skills.choices import Grade
from tests.api.conftest import ROOT
from tests.cast import FITTER
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

    for asked in ({}, {"grade": "emperor"}, {"school": "none"}, {"since": "2026-01-01"}):
        assert client.get(ASKED, asked).status_code == 422


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
