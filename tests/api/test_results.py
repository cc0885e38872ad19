"""Results handed in by a machine, a line each."""

import json
from typing import Any

import pytest

from gongtu.registers.skills.models import Candidate
from tests.api.conftest import ROOT
from tests.cast import DAY, FITTER, Cast, id_number
from tests.factories import skills, social

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
    told = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    client = cast.client(by or cast.clerk)
    return client.post(ROOT + "/results", told, content_type="application/x-ndjson")


def test_lines_are_entered_and_asked_after(cast: Cast) -> None:
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
    hand_in(cast, WANG, by=clerk)

    assert [(one["row"], one["wrong"]) for one in told["first"]] == [
        (2, "没有姓名和号码都相符的登记")
    ]
    assert Candidate.objects.get().session.filing.assessor.is_social
