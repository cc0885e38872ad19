from gongtu.api.entitlements import Entitlement
from gongtu.engines.entitlement.registry import get_benefit
from tests.api.conftest import ROOT, post
from tests.factories import cases, skills
from tests.factories.training import trainee

PATH = f"{ROOT}/me/entitlements"


def test_worker_is_told_what_is_owed_and_what_is_missing(cast, certificate):
    skills.insured(cast)

    (told,) = cast.client(cast.wang).get(PATH).json()

    assert told["benefit"] == "skill-upgrade-subsidy"
    assert told["subject"]["key"] == certificate.number
    assert (told["verdict"], told["amount"]) == ("unknown", None)
    assert [gap["who_decides"] for gap in told["missing"] if gap["who_decides"]] != []
    assert told["claimed"] is False
    assert told["rule"] == get_benefit("skill-upgrade-subsidy").version


def test_what_is_sent_is_what_is_described_to_the_field(cast, certificate):
    skills.insured(cast)

    answer = cast.client(cast.wang).get(PATH)

    for told in answer.json():
        assert Entitlement.model_validate(told).model_dump(mode="json") == told
    assert answer["Content-Type"] == "application/json; charset=utf-8"


def test_claim_that_runs_is_marked(cast, certificate):
    cases.claim(cast, certificate.number)

    (told,) = cast.client(cast.wang).get(PATH).json()

    assert told["claimed"] is True


def test_organisation_has_its_own_and_none_of_a_worker(cast, certificate):
    number = trainee(cast)

    assert cast.client(cast.clerk).get(PATH).json() == []
    (told,) = cast.client(cast.school).get(PATH).json()

    assert (told["benefit"], told["subject"]["key"]) == (SCHOOLS, number)
    assert (told["verdict"], told["amount"]) == ("owed", "3000.00")


def test_what_an_organisation_is_owed_it_takes_and_declines(cast):
    client, number = cast.client(cast.school), trainee(cast)

    taken = post(client, f"/me/entitlements/{SCHOOLS}/subjects/{number}/accept", {})
    declined = post(client, f"/me/entitlements/{SCHOOLS}/decline", {})

    assert taken.status_code == declined.status_code == 201
    (told,) = client.get(PATH).json()
    assert (told["claimed"], told["declined"]) == (True, True)


def test_office_is_owed_nothing(cast):
    assert cast.client(cast.liu).get(PATH).status_code == 403


KEY, SCHOOLS = "skill-upgrade-subsidy", "gold-collar-training-school"


def accept(cast, number: str, key: str = ""):
    return post(cast.client(cast.wang), f"/me/entitlements/{KEY}/subjects/{number}/accept", {}, key)


def test_what_is_owed_is_taken_once_however_often_it_is_asked(cast, certificate):
    first = accept(cast, certificate.number, "accept-it-once")
    again = accept(cast, certificate.number, "accept-it-once")
    anew = accept(cast, certificate.number)

    assert first.status_code == 201
    assert first.json() == again.json() == anew.json()
    (told,) = cast.client(cast.wang).get(PATH).json()
    assert told["claimed"] is True


def test_somebody_elses_is_not_taken(cast, certificate):
    path = f"/me/entitlements/{KEY}/subjects/{certificate.number}/accept"

    assert post(cast.client(cast.li), path, {}).status_code == 404
    assert post(cast.client(cast.clerk), path, {}).status_code == 403
    assert post(cast.client(cast.wang), path.replace(KEY, "nothing"), {}).status_code == 404


def test_a_benefit_is_declined_and_says_so(cast, certificate):
    told = post(cast.client(cast.wang), f"/me/entitlements/{KEY}/decline", {})

    assert (told.status_code, told.json()) == (201, {"benefit": KEY, "since": "2026-09-01"})
    (shown,) = cast.client(cast.wang).get(PATH).json()
    assert (shown["declined"], shown["gives"]) == (True, "")
    unknown = post(cast.client(cast.wang), "/me/entitlements/nothing/decline", {})
    assert unknown.status_code == 404


def test_a_key_used_for_something_else_is_refused(cast, certificate):
    other = skills.certificate(cast, 2, grade="intermediate")
    accept(cast, certificate.number, "accept-it-once")

    answer = accept(cast, other.number, "accept-it-once")

    assert answer.status_code == 422
    assert "已经用于" in answer.json()["reasons"][0]
