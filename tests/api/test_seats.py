"""A seat in a session by API: taken and given back by the worker, refused as on the page."""

import json

from gongtu.registers.skills.models import Candidate
from tests.api.conftest import ROOT
from tests.cast import DAY, Cast
from tests.factories import skills
from tests.registers.sittings.test_seats import LATER, opened


def at(number: str, act: str) -> str:
    return f"{ROOT}/me/sessions/{number}/{act}"


def said(answer) -> str:
    return json.dumps(answer.json(), ensure_ascii=False)


def test_a_worker_takes_a_seat_and_gives_it_back(cast: Cast) -> None:
    skills.filing(cast)
    case, wang = opened(cast), cast.client(cast.wang)

    taken = wang.post(at(case.number, "sign-up"))

    candidate = Candidate.objects.get()
    assert taken.status_code == 201
    assert taken.json() == {
        "session": case.number,
        "planned_on": DAY.isoformat(),
        "place": "一号车间",
        "ticket": f"{candidate.pk:08d}",
    }
    given_back = wang.post(at(case.number, "withdraw"))
    assert given_back.json() == {"session": case.number, "left": 1}
    assert not Candidate.objects.exists()
    again = wang.post(at(case.number, "withdraw"))
    assert again.status_code == 422
    assert "没有报名" in said(again)


def test_the_last_seat_goes_to_one_and_the_other_is_told_the_next(cast: Cast) -> None:
    skills.filing(cast)
    case, following = opened(cast), opened(cast, on=LATER)
    assert cast.client(cast.wang).post(at(case.number, "sign-up")).status_code == 201

    refused = cast.client(cast.li).post(at(case.number, "sign-up"))
    second = cast.client(cast.wang).post(at(following.number, "sign-up"))

    assert refused.status_code == second.status_code == 422
    assert following.number in said(refused)
    assert f"（{case.number}）" in said(second)


def test_others_strangers_and_sessions_that_are_not_there(cast: Cast, client) -> None:
    skills.filing(cast)
    case = opened(cast)

    for act in ("sign-up", "withdraw"):
        assert client.post(at(case.number, act)).status_code == 401
        assert cast.client(cast.clerk).post(at(case.number, act)).status_code == 403
        assert cast.client(cast.wang).post(at("20260009999", act)).status_code == 422
