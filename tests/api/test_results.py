"""Results handed in by a machine, a line each."""

import json
from typing import Any

import pytest

from gongtu.engines.casework.models import Case
from gongtu.registers.skills.models import Candidate
from tests.api.conftest import ROOT, post
from tests.cast import DAY, FITTER, Cast, id_number
from tests.factories import sessions, sittings, skills, social

WANG = {
    "name": "王师傅", "id_number": id_number(1), "occupation": FITTER, "grade": "senior",
    "assessed_on": str(DAY), "place": "一号车间", "theory": 88, "practice": 91,
    "declared": skills.CHECKED,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _filed(cast: Cast) -> None:
    skills.filing(cast)
    skills.seasoned(cast)


def hand_in(cast: Cast, *lines: Any, by: Any = None) -> Any:
    examined = {"examiners": sittings.outsider(cast).number}
    told = "\n".join(
        line if isinstance(line, str) else json.dumps({**examined, **line}) for line in lines
    )
    client = cast.client(by or cast.clerk)
    return client.post(ROOT + "/results", told, content_type="application/x-ndjson")


def drawn_up(cast: Cast, *lines: Any, by: Any = None) -> None:
    """A colleague handed in the same before: the plans in it wait to be approved."""
    hand_in(cast, *lines, by=sessions.colleague(by or cast.clerk))


def test_whose_plans_wait_for_another_is_told(cast: Cast) -> None:
    key = hand_in(cast, WANG).json()["key"]

    told = cast.client(cast.clerk).get(f"{ROOT}/results/{key}").json()

    assert (told["rows"], told["new"], told["sessions"]) == (1, 0, [])
    assert told["waiting"] == [Case.objects.get().number]
    assert not Candidate.objects.exists()


def test_lines_are_entered_and_asked_after(cast: Cast) -> None:
    drawn_up(cast, WANG)
    answer = hand_in(cast, WANG)

    assert answer.status_code == 202
    told = cast.client(cast.clerk).get(f"{ROOT}/results/{answer.json()['key']}").json()
    assert (told["state"], told["rows"], told["new"]) == ("done", 1, 1)
    assert len(told["sessions"]) == 1
    assert Candidate.objects.get().passed


def test_wrong_lines_are_told_by_row_and_column(cast: Cast) -> None:
    key = hand_in(cast, WANG, {**WANG, "theory": 1000}).json()["key"]

    told = cast.client(cast.clerk).get(f"{ROOT}/results/{key}").json()

    assert told["problems"] == 1
    assert told["first"][0] == {
        "row": 2, "column": "理论成绩", "found": "1000", "wrong": "不是0至100的整数",
        "remedy": "填写百分制成绩，不带小数；没有参加的填写“缺考”",
    }  # fmt: skip
    assert not Candidate.objects.exists()


def test_a_line_says_whom_the_ladder_keeps_out(cast: Cast) -> None:
    doubtful = {name: told for name, told in WANG.items() if name != "declared"}
    key = hand_in(cast, {**WANG, "grade": "technician"}, doubtful).json()["key"]

    told = cast.client(cast.clerk).get(f"{ROOT}/results/{key}").json()

    assert [(one["row"], one["column"]) for one in told["first"]] == [
        (1, "等级"),
        (2, "申报条件声明"),
    ]
    assert "最接近的规则ladder-2018-technician-1：取得三级" in told["first"][0]["wrong"]
    assert "王师傅能否申报三级/高级工待核" in told["first"][1]["wrong"]
    assert not Candidate.objects.exists()


def test_a_session_without_an_examiner_is_told_at_its_first_line(cast: Cast) -> None:
    told = []
    for numbers in ("", "K999999"):
        key = hand_in(cast, {**WANG, "examiners": numbers}).json()["key"]
        told += cast.client(cast.clerk).get(f"{ROOT}/results/{key}").json()["first"]

    assert [(one["row"], one["column"]) for one in told] == [(1, "考评人员编号")] * 2
    assert "还缺1名考评人员" in told[0]["wrong"]
    assert "没有编号为“K999999”的考评人员" in told[1]["wrong"]
    assert not Candidate.objects.exists()


def moved(cast: Cast, case: Case, key: str, **answers: str) -> Any:
    case.refresh_from_db()
    told = {"turn": case.turn, "answers": answers}
    return post(cast.client(cast.clerk), f"/cases/{case.number}/moves/{key}", told)


def test_one_session_is_examined_and_marked_by_moves(cast: Cast) -> None:
    case, both = sessions.enrolled(cast), "王师傅 88 91\n小李 59 80"

    refused = moved(cast, case, "mark", marks=both)
    wrong = moved(cast, case, "name", numbers="K999999")
    named = moved(cast, case, "name", numbers=sittings.outsider(cast).number)
    marked = moved(cast, case, "mark", marks=both)

    assert refused.status_code == 422
    assert "没有安排的写明考评人员" in refused.content.decode()
    assert "没有编号为“K999999”的考评人员" in wrong.content.decode()
    assert (named.status_code, marked.status_code) == (200, 200)
    assert Candidate.objects.filter(passed=True).count() == 1


@pytest.mark.parametrize(
    "line", ["{", '{"name": 1, "other": 2}', '{"a":' * 2000, '{"name": "' + "x" * 5000 + '"}']
)
def test_what_is_no_result_is_refused(cast: Cast, line: str) -> None:
    answer = hand_in(cast, line)

    assert answer.status_code == 422
    assert "第1行" in answer.json()["detail"]


def test_it_is_nobody_elses(cast: Cast) -> None:
    key = hand_in(cast, WANG).json()["key"]

    assert hand_in(cast, WANG, by=cast.wang).status_code == 403
    assert cast.client(cast.other_clerk).get(f"{ROOT}/results/{key}").status_code == 404


def test_a_social_body_hands_in_anybody_whose_name_and_number_fit(cast: Cast) -> None:
    clerk = social.filed(cast)
    wrong = {**WANG, "name": "外人", "place": "二号考场"}

    refused = hand_in(cast, WANG, wrong, by=clerk).json()["key"]
    told = cast.client(clerk).get(f"{ROOT}/results/{refused}").json()
    drawn_up(cast, WANG, by=clerk)
    hand_in(cast, WANG, by=clerk)

    assert [(one["row"], one["wrong"]) for one in told["first"]] == [
        (2, "没有姓名和号码都相符的登记")
    ]
    assert Candidate.objects.get().session.filing.assessor.is_social
