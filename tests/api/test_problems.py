import pytest

from gongtu.api import problems
from gongtu.base.errors import Refused
from gongtu.engines.casework.refusals import AnswersWrong, CaseUnknown, InConflict, StaleMove
from gongtu.parties.access import NotEntitled
from gongtu.web import http


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (InConflict("您是本件当事人，应当回避。"), 403),
        (NotEntitled("不能查看。"), 403),
        (StaleMove("已有变动。"), 409),
        (CaseUnknown("没有。"), 404),
        (AnswersWrong({"months": ["尚未填写。"]}), 422),
        (Refused("不行。"), 422),
    ],
)
def test_refusal_has_the_status_its_page_has(refusal, status):
    assert problems.status_of(refusal) == http.status_of(refusal) == status


def test_problem_is_named_for_good():
    assert problems.kind_of(AnswersWrong({})) == "answers-wrong"


def test_body_that_is_no_json_is_a_problem(client, db):
    response = client.post(
        "/api/v1/certificates/check", b"{", content_type="application/json"
    )  # fmt: skip

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
