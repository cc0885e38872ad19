from datetime import date

from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.services import Standing
from tests.api.conftest import ROOT
from tests.cast import DAY

PATH = f"{ROOT}/me/duties"


def stand(cast, since, **told):
    body = cast.bodies["works"]
    parties.record_standing(
        body, Standing(**told), since=since, source="年度报告", by=CLOCK, on=DAY
    )


def asked(cast):
    return {row["duty"]: row for row in cast.client(cast.clerk).get(PATH).json()}


def test_enterprise_is_told_what_binds_it_since_when_and_why(cast):
    stand(cast, date(2026, 1, 1), headcount=120, state_owned=False)
    stand(cast, date(2026, 6, 15), headcount=300, state_owned=False)

    director = asked(cast)["employee-director"]

    assert (director["bond"], director["since"], director["until"]) == ("binds", "2026-06-15", None)
    assert director["force"] == "must"
    assert director["basis"] == ["条例第6条第1款", "条例第35条"]
    assert director["has_term"] is False
    (change,) = director["changes"]
    assert [finding["key"] for finding in change["because"]] == ["large-enough"]
    values = {ground["label"]: ground["value"] for ground in director["because"][0]["grounds"]}
    assert values == {"职工人数": 300, "董事会应有职工代表的职工人数": 300}


def test_duty_with_a_term_tells_its_day_and_where_it_is_from(cast):
    congress = asked(cast)["workers-congress-held"]

    assert (congress["due"], congress["has_term"]) == ("2026-12-31", True)
    assert congress["due_grounds"][0]["document"].startswith("企业民主管理规定")
    assert congress["fulfilment"] == "unknown"


def test_worker_has_no_duties_of_an_enterprise(cast):
    answer = cast.client(cast.wang).get(PATH)

    assert answer.status_code == 403
    assert "企业" in answer.json()["detail"]
