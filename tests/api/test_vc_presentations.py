"""`POST /presentations/verify`: by whom it is shown, to whom, and each credential in it."""

import copy
from typing import Any

import pytest

from tests.api.test_vc import ALICE, INTEGRITY, issued, pointers, post
from tests.engines.credentials.documents import Signatory


@pytest.fixture(autouse=True)
def _open_door(settings: Any, db: None) -> None:
    settings.GONGTU_OPEN_VC_API = True


def show(presentation: Any, **options: Any) -> Any:
    told = {"verifiablePresentation": presentation, "options": options}
    return post("/presentations/verify", told)


ASKED = {"challenge": "c-1", "domain": "shop.example"}


def test_a_presentation_answers_who_asked_it() -> None:
    holder = Signatory()
    shown = holder.shows(
        issued(), issued(path="/vc/ecdsa-jcs-2019-p384/credentials/issue"), **ASKED
    )

    for options in (ASKED, {}, {"challenge": "c-1"}, {"domain": ["shop.example"]}):
        response = show(shown, **options)
        assert (response.status_code, response.json()["verified"]) == (200, True)
    for name in ASKED:
        response = show(shown, **{**ASKED, name: "another"})
        assert (response.status_code, pointers(response)) == (400, [f"/proof/{name}"])
        assert response.json()["type"] == f"{INTEGRITY}INVALID_{name.upper()}_ERROR"
        assert pointers(show(holder.shows(issued()), **ASKED))[0] == "/proof/challenge"


@pytest.mark.parametrize("options", [{"challenge": 7}, {"challenge": None}, {"domain": []},
                                     {"domain": [7]}, {"domain": {}}], ids=str)  # fmt: skip
def test_a_demand_of_another_shape_is_refused_by_name(options: dict[str, Any]) -> None:
    (wrong,) = pointers(show(Signatory().shows(issued()), **options))

    assert wrong.startswith(f"/options/{next(iter(options))}")


def test_a_presentation_is_refused_with_what_is_wrong_in_it() -> None:
    holder, late = Signatory(), issued({**ALICE, "validUntil": "2020-01-01T00:00:00Z"})
    forged = copy.deepcopy(issued())
    forged["credentialSubject"]["name"] = "Mallory"

    shown = show(holder.shows(issued(), forged, late), checks=["proof"])
    assert pointers(shown) == ["/verifiableCredential/1/proof/proofValue"]
    shown = show(holder.shows(issued(), late))
    assert pointers(shown) == ["/verifiableCredential/1/validUntil"]
    unsigned = {name: one for name, one in holder.shows(issued()).items() if name != "proof"}
    assert pointers(show(unsigned)) == ["/proof"]
    assert pointers(show(issued()))[0] == "/type"
    assert pointers(show("x")) == ["/verifiablePresentation"]
