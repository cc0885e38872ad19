from uuid import uuid4

from gongtu.engines.casework.models import Case
from gongtu.records.journal.queries import list_chain
from tests.api.conftest import FINDING, ROOT, open_finding, post
from tests.factories import cases

REMINDER = {"request": "请于期限内补发工资。"}


def remind(client, case, *, turn=None, key="", answers=None):
    told = {"turn": case.turn if turn is None else turn, "answers": answers or REMINDER}
    return post(client, f"/cases/{case.number}/moves/remind", told, key)


def test_union_opens_a_case_naming_the_enterprise_by_its_credit_code(cast):
    response = open_finding(cast.client(cast.union))

    told = response.json()
    assert response.status_code == 201, told
    assert response["Location"] == f"http://testserver{ROOT}/cases/{told['number']}"
    assert told["answers"]["enterprise"] == str(cast.bodies["works"].pk)
    assert {move["key"] for move in told["moves"]} >= {"remind", "advise"}
    assert told["course"][0]["when"] == "now"


def test_same_key_twice_opens_one_case(cast):
    key = uuid4().hex
    first, second = (open_finding(cast.client(cast.union), key).json() for _ in range(2))

    assert first["number"] == second["number"]
    assert Case.objects.count() == 1


def test_key_of_one_thing_does_not_carry_out_another(cast):
    key = uuid4().hex
    one, other = cases.supervision(cast), cases.supervision(cast)
    client = cast.client(cast.union)

    assert remind(client, one, key=key).status_code == 200
    response = remind(client, other, key=key)

    assert response.status_code == 422
    assert response.json()["type"] == "urn:gongtu:problem:key-used"


def test_writing_without_a_key_is_refused(cast):
    response = cast.client(cast.union).post(
        f"{ROOT}/cases",
        {"procedure": "union-supervision", "answers": FINDING},
        content_type="application/json",
    )

    assert response.status_code == 422
    assert list(response.json()["errors"]) == ["Idempotency-Key"]


def test_wrong_answers_are_told_field_by_field(cast):
    response = open_finding(
        cast.client(cast.union), enterprise="没有这家公司", breach="", more="多出来的"
    )

    assert response.status_code == 422
    assert list(response.json()["errors"]) == ["enterprise"]

    response = open_finding(cast.client(cast.union), breach="", more="多出来的")
    assert set(response.json()["errors"]) == {"breach", "more"}
    assert Case.objects.count() == 0


def test_files_travel_with_the_opening(cast):
    told = {
        "procedure": "assessor-filing",
        "answers": cases.FILING,
        "files": [
            {"material": key, "name": f"{key}.pdf", "content": _base64(cases.PDF)}
            for key in ("plan", "assessors")
        ],
    }

    response = post(cast.client(cast.clerk), "/cases", told)

    assert response.status_code == 201, response.json()
    assert Case.objects.get().attachments.count() == 2


def _base64(content: bytes) -> str:
    from base64 import b64encode

    return b64encode(content).decode()


def test_somebody_who_may_not_open_it_is_refused_and_journaled(cast):
    response = open_finding(cast.client(cast.stranger))

    assert response.status_code == 403
    assert list_chain(f"account:{cast.stranger.account}").last().kind == "refused"


def test_move_is_made_and_the_page_moves_on(cast):
    case = cases.supervision(cast)

    response = remind(cast.client(cast.union), case)

    told = response.json()
    assert (response.status_code, told["stage"]) == (200, "reminded")
    assert told["turn"] > case.turn
    assert [letter["title"] for letter in told["letters"]] == ["劳动法律监督提示函"]


def test_same_key_twice_makes_one_move(cast):
    case, key, client = cases.supervision(cast), uuid4().hex, cast.client(cast.union)

    first, second = remind(client, case, key=key), remind(client, case, key=key)

    assert (first.status_code, second.status_code) == (200, 200)
    assert [e.kind for e in list_chain(f"case:{case.number}")].count("moved") == 1


def test_stale_turn_is_a_conflict_that_says_who_was_faster(cast):
    case = cases.reminded(cast)

    response = remind(cast.client(cast.union), case, turn=0)

    assert response.status_code == 409
    assert response.json()["type"] == "urn:gongtu:problem:stale-move"
    assert "甲公司工会" in response.json()["detail"]


def test_wrong_hands_are_refused_and_journaled(cast):
    case = cases.supervision(cast)

    response = remind(cast.client(cast.clerk), case)

    assert response.status_code == 403
    assert list_chain(f"case:{case.number}").last().kind == "refused"


def test_outsider_sees_nothing_of_a_case_and_the_attempt_is_journaled(cast):
    case = cases.supervision(cast)

    response = cast.client(cast.stranger).get(f"{ROOT}/cases/{case.number}")

    assert response.status_code == 403
    assert list_chain(f"case:{case.number}").last().kind == "refused"


def test_case_that_does_not_exist_is_not_found(cast):
    assert cast.client(cast.union).get(f"{ROOT}/cases/20269999999").status_code == 404


def test_list_goes_page_by_page_and_costs_the_same(cast, django_assert_max_num_queries):
    for _ in range(5):
        cases.supervision(cast)
    client, numbers, address = cast.client(cast.union), [], f"{ROOT}/cases?limit=2"
    while address:
        with django_assert_max_num_queries(8):
            page = client.get(address).json()
        numbers += [case["number"] for case in page["cases"]]
        address = page["next"]

    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) == 5


def test_change_by_session_needs_the_csrf_token(cast):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.cookies = cast.client(cast.union).cookies

    response = open_finding(client)

    assert response.status_code == 403
    assert Case.objects.count() == 0
