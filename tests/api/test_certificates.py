from gongtu.engines.credentials import services as credentials
from gongtu.policy import shared
from gongtu.records.journal.queries import entries_about_person, entries_of_kind
from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.services import look_up
from tests.api.conftest import post
from tests.cast import DAY
from tests.factories.appointments import appointed
from tests.factories.skills import filing

NOBODYS = "Y000037020001263000999"


def check(client, number, name="王师傅"):
    return post(client, "/certificates/check", {"number": number, "name": name})


def test_genuine_certificate_is_valid_with_every_step_and_the_fewest_fields(public, certificate):
    told = check(public, certificate.number).json()

    assert [step["key"] for step in told["steps"]] == [
        "structure", "contexts", "key", "signature", "validity", "authority", "status",
    ]  # fmt: skip
    assert told["certificate"] == {
        "kind": "certificate",
        "number": certificate.number,
        "name": "王师傅",
        "occupation": "装配钳工",
        "grade": "senior",
        "issuer": "甲公司",
        "issuer_now": "甲公司",
        "issued_on": "2026-09-01",
    }


def test_revoked_certificate_says_so_with_the_class_of_reason(public, cast, certificate):
    credentials.revoke(
        certificate.number, "issued-in-error", "重复核发", by=cast.clerk, on=DAY
    )  # fmt: skip

    told = check(public, certificate.number).json()

    assert told["reason_class"] == "issued-in-error"
    assert told["steps"][-1]["passed"] is False
    assert "重复核发" not in str(told)


def test_wrong_name_finds_nothing_and_tells_nothing(public, certificate):
    told = check(public, certificate.number, "李师傅").json()

    assert (told["verdict"], told["certificate"], told["steps"]) == ("not-found", None, [])


def test_what_was_not_found_is_told_with_its_causes_and_the_same_for_every_number(
    public, cast, certificate
):
    filing(cast)
    answers = [check(public, number, "李师傅").json() for number in (certificate.number, NOBODYS)]

    assert [one["cause"] for one in answers[0]["causes"]] == [
        "mismatch", "not-uploaded", "not-issued", "elsewhere",
    ]  # fmt: skip
    assert all(one["title"] and one["says"] and one["act"] for one in answers[0]["causes"])
    assert "甲公司" in answers[0]["causes"][1]["act"]
    assert answers[0] == answers[1]
    assert check(public, certificate.number).json()["causes"] == []


def test_holder_reads_that_it_was_looked_up_and_misses_leave_no_trace(public, certificate):
    check(public, certificate.number)
    check(public, certificate.number, "李师傅")
    check(public, NOBODYS)

    (told,) = entries_of_kind("looked-up")
    assert told in entries_about_person(certificate.person_id)
    assert (told.chain, told.actor_role) == (f"credential:{certificate.number}", "public")


def test_own_look_is_not_written_down(cast, certificate):
    found = look_up(Sought.read(certificate.number), "王师傅", by=cast.wang, on=DAY)

    assert [one.number for one in found] == [certificate.number]
    assert not entries_of_kind("looked-up")


def test_number_against_the_rule_is_refused_with_what_is_wrong(public, db):
    response = check(public, "12345")

    assert response.status_code == 422
    assert response.json()["reasons"]


def test_visitor_who_asks_too_often_must_wait(public, certificate):
    limit = shared.platform.count("look_ups_a_minute", on=DAY)
    for _ in range(limit):
        assert check(public, certificate.number).status_code == 200

    response = check(public, certificate.number)

    assert response.status_code == 429
    assert response.json()["type"] == "urn:gongtu:problem:too-many-look-ups"


def ask(client, number, **more):
    told = {"number": number, "name": "汪师傅", "cause": "mismatch", **more}
    return post(client, "/certificates/corrections", told)


def test_certificate_not_found_is_asked_about_without_an_account(public, cast, certificate):
    filing(cast)
    opened = ask(public, certificate.number)

    told = opened.json()
    assert opened.status_code == 201
    assert (told["stage"], told["body"], told["due"]) == ("checking", "甲公司", None)
    assert public.get(f"/api/v1/certificates/corrections/{told['token']}").json() == told


def test_answer_to_a_question_is_the_same_for_a_number_that_is_nobodys(public, certificate):
    told = [ask(public, number).json() for number in (certificate.number, NOBODYS)]

    assert {**told[0], "token": ""} == {**told[1], "token": ""}


def test_token_that_was_not_given_out_is_not_there(public, db):
    assert public.get("/api/v1/certificates/corrections/20260000001:x").status_code == 404


def test_cause_must_be_one_of_those_known(public, certificate):
    assert ask(public, certificate.number, cause="whatever").status_code == 422


def test_an_appointment_says_that_it_is_one(public, cast):
    held = appointed(cast)

    told = check(public, held.number).json()

    assert told["verdict"] == "valid"
    assert told["certificate"]["kind"] == "appointment"
    assert told["certificate"]["grade"] == "special_technician"


def test_a_number_is_explained_without_being_looked_up(public, db):
    told = public.get("/api/v1/certificates/numbers/Y000037020001263000001").json()["parts"]
    sixteen = public.get("/api/v1/certificates/numbers/1910012003300012").json()["parts"]

    assert told[0] == {
        "places": "1", "text": "Y", "title": "评价机构类别", "says": "用人单位", "confirmed": True,
    }  # fmt: skip
    assert [part["text"] for part in sixteen if not part["confirmed"]] == ["10"]


def test_what_is_no_number_is_refused_with_the_reason(public, db):
    refused = public.get("/api/v1/certificates/numbers/123")

    assert refused.status_code == 422
    assert "应为22位" in refused.content.decode()
