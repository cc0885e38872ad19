from gongtu.registers.wallet.choices import Part
from gongtu.registers.wallet.services import audience, present
from tests.api.conftest import post
from tests.cast import DAY
from tests.factories.wallet import signed

ADDRESS = "/certificates/presentations/check"


def presented(cast, *parts, to=("", "")):
    return present(signed(cast), parts=parts, to=audience(*to), by=cast.wang, on=DAY)


def test_machine_reads_verdict_steps_and_the_claims_disclosed(public, cast):
    shown = presented(cast, Part.NAME, to=("乙公司", "3141"))
    told = {"presentation": shown, "audience": "乙公司", "nonce": "3141"}

    answer = post(public, ADDRESS, told).json()

    assert (answer["verdict"], answer["bound"], answer["problems"]) == ("valid", True, [])
    assert answer["claims"]["name"] == "王师傅"
    assert "certificateNumber" not in answer["claims"]
    assert [step["key"] for step in answer["steps"]] == [
        "structure", "key", "signature", "binding", "validity", "authority", "status",
    ]  # fmt: skip


def test_malformed_presentation_is_refused_by_member(public, cast):
    head, dot, rest = presented(cast).partition(".")
    del head

    answer = post(public, ADDRESS, {"presentation": f"e30{dot}{rest}"}).json()

    assert answer["verdict"] == "cannot-tell"
    assert {one["pointer"] for one in answer["problems"]} == {
        "/header/alg", "/header/typ", "/header/kid",
    }  # fmt: skip


def test_half_of_a_binding_is_a_problem(public, db):
    answer = post(public, ADDRESS, {"presentation": "x", "nonce": "3141"})

    assert answer.status_code == 422
    assert answer.json()["type"] == "urn:gongtu:problem:presentation-unfit"


def test_machine_that_asks_too_often_must_wait(public, db):
    answers = [post(public, ADDRESS, {"presentation": "x"}).status_code for _ in range(25)]

    assert answers[-1] == 429
