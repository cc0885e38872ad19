"""A complaint without an account through the API: filed once, followed by its token, answered."""

import pytest
from django.core.cache import cache

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.models import Case, Letter, Stranger
from gongtu.policy import shared
from tests.api.conftest import post
from tests.cast import DAY
from tests.factories import skills
from tests.factories.quality import move

TOLD = {"ground": "marks", "told": "没有人在场打分。", "contact": "13800000000"}


@pytest.fixture
def body(cast):
    cache.clear()
    skills.filing(cast)
    return cast.bodies["works"].pk


def complain(client, body, key="0123456789abcdef", **more):
    return post(client, f"/assessors/{body}/complaints", {**TOLD, **more}, key=key)


def followed(client, token):
    return client.get(f"/api/v1/followed/{token}")


def test_complaint_becomes_a_case_that_its_token_follows(public, body):
    opened = complain(public, body)

    told = opened.json()
    assert opened.status_code == 201
    assert (told["procedure"], told["body"]) == ("assessment-complaint", "市南区人社局")
    assert (told["answers"], told["letters"], told["closed_on"]) == ([], [], None)
    assert followed(public, told["token"]).json() == told
    assert "13800000000" not in opened.content.decode()
    assert Stranger.objects.get().contact == "13800000000"


def test_same_request_again_is_the_same_case_and_others_with_its_key_are_not(public, body):
    first, again = complain(public, body).json(), complain(public, body).json()
    other = complain(public, body, told="考场没有监考。").json()
    new = complain(public, body, key="another-key-of-mine").json()

    assert first == again
    assert Case.objects.count() == len({first["token"], other["token"], new["token"]}) == 3


def test_letter_is_got_by_reading_it_and_only_once(public, cast, body):
    token = complain(public, body).json()["token"]
    move(Case.objects.get(), "accept", cast.liu)
    move(Case.objects.get(), "answer", cast.liu, founded="founded", answer="经检查属实。")
    assert Letter.objects.get().read_at is None

    (letter,) = followed(public, token).json()["letters"]
    followed(public, token)

    assert "经检查属实。" in letter["zh"]
    assert letter["issuer"] == "市南区人社局"
    assert Letter.objects.get().served_on == DAY
    kinds = [entry.kind for entry in cases.history_of(Case.objects.get(), cast.liu)]
    assert kinds.count("read") == 1


def test_who_complains_too_often_must_wait(public, body):
    limit = shared.platform.count("look_ups_a_minute", on=DAY)
    for turn in range(limit):
        assert complain(public, body, key=f"key-number-{turn}").status_code == 201

    response = complain(public, body, key="one-too-many")

    assert response.status_code == 429
    assert response.json()["type"] == "urn:gongtu:problem:too-many-look-ups"
    assert Case.objects.count() == limit


@pytest.mark.parametrize("more", [{"ground": "whatever"}, {"told": ""}, {"told": "长" * 4001}])
def test_what_does_not_fit_the_form_is_refused(public, body, more):
    assert complain(public, body, **more).status_code == 422
    assert not Case.objects.exists()


def test_key_is_asked_and_long_enough(public, body):
    assert complain(public, body, key="1").status_code == 422


def test_body_that_never_filed_and_token_not_given_out_are_not_there(public, cast, body):
    assert complain(public, cast.bodies["other"].pk).status_code == 404
    assert followed(public, "20260000001:x").status_code == 404


def test_description_names_every_refusal(public, db):
    paths = public.get("/api/v1/openapi.json").json()["paths"]

    answers = paths["/api/v1/assessors/{organisation}/complaints"]["post"]["responses"]
    assert {"201", "400", "404", "422", "429"} <= set(answers)
    assert {"200", "404", "422"} <= set(paths["/api/v1/followed/{token}"]["get"]["responses"])
