"""Courses to come by API: listed for anybody, a place taken and given back by the worker."""

import json

from tests.api.conftest import ROOT
from tests.cast import Cast
from tests.factories.training import announced


def test_courses_are_listed_page_after_page(cast: Cast, client) -> None:
    first, second = announced(cast), announced(cast, venue="二号楼")

    told = client.get(f"{ROOT}/courses?limit=1&occupation=6-20-01-01&grade=senior").json()
    following = client.get(told["next"]).json()

    assert (told["courses"][0]["id"], told["courses"][0]["left"]) == (first.pk, 9)
    assert [one["id"] for one in following["courses"]] == [second.pk]
    assert client.get(f"{ROOT}/courses?grade=technician").json() == {"courses": [], "next": None}


def test_a_worker_takes_a_place_and_gives_it_back(cast: Cast) -> None:
    course = announced(cast, places=1)
    wang, clerk = cast.client(cast.wang), cast.client(cast.clerk)
    address = f"{ROOT}/me/courses/{course.pk}"

    assert clerk.post(f"{address}/sign-up").status_code == 403
    assert wang.post(f"{address}/sign-up").status_code == 201
    again = wang.post(f"{address}/sign-up")
    assert again.status_code == 422
    assert "已经报名" in json.dumps(again.json(), ensure_ascii=False)
    assert wang.post(f"{address}/withdraw").json() == {"course": course.pk, "left": 1}
