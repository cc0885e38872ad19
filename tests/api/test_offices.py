"""What an office does by machine as on the pages: keys, names, deaths, mergers."""

from typing import Any

import pytest

from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.models import Compromise
from gongtu.parties import services as parties
from gongtu.parties.capacity import Capacity
from gongtu.registers.skills.models import IdentityMerger
from tests.api.conftest import ROOT
from tests.cast import DAY, Cast, id_number
from tests.factories.skills import filing


def post(cast: Cast, who: Capacity, path: str, **told: Any) -> Any:
    return cast.client(who).post(f"{ROOT}/{path}", told, content_type="application/json")


@pytest.fixture
def second(cast: Cast) -> str:
    """The number of 王师傅's second record."""
    parties.register_person(
        name="王建新", id_number=id_number(77), division=cast.district, by=cast.liu, on=DAY
    )
    return id_number(77)


def test_a_key_that_leaked_is_decided_on_once(cast: Cast) -> None:
    public = identity(cast.bodies["works"].pk, on=DAY).signer.public
    told = {"after": str(DAY), "effect": "cannot-tell", "reason": "失密"}

    assert post(cast, cast.other_clerk, f"keys/{public}/decisions", **told).status_code == 403
    for _time in range(2):
        decided = post(cast, cast.liu, f"keys/{public}/decisions", **told)
        assert decided.json() == {"ended": []}
    assert Compromise.objects.count() == 1
    wrong = post(cast, cast.liu, f"keys/{public}/decisions", **{**told, "effect": "x"})
    assert wrong.status_code == 422
    assert "effect" in str(wrong.json()["errors"])


def test_an_issuer_is_renamed_by_the_office(cast: Cast) -> None:
    filing(cast)
    path = f"issuers/{cast.bodies['works'].pk}/names"
    told = {"name": "甲一公司", "since": str(DAY), "document": "变更登记1号"}

    assert post(cast, cast.clerk, path, **told).status_code == 403
    assert post(cast, cast.liu, path, **told).json()["name"] == "甲一公司"
    assert post(cast, cast.liu, path, **{**told, "document": " "}).status_code == 422


def test_a_death_is_recorded_once_and_a_number_is_no_way_to_ask(cast: Cast) -> None:
    told = {"id_number": id_number(1), "died_on": str(DAY), "source": "死亡证明1号"}
    stranger = {**told, "id_number": id_number(78)}

    answers = [post(cast, cast.clerk, "deaths", **one).json() for one in (told, stranger)]
    assert answers[0] == answers[1]
    assert answers[0]["status"] == 403
    assert post(cast, cast.liu, "deaths", **told).status_code == 201
    again = post(cast, cast.liu, "deaths", **told)
    assert (again.status_code, "已经登记死亡" in again.json()["detail"]) == (422, True)


def test_a_merger_takes_two_officers(cast: Cast, second: str) -> None:
    told = {"duplicate": id_number(1), "survivor": second, "proof": "变更证明1号"}

    assert post(cast, cast.clerk, "mergers", **told).status_code == 403
    made = post(cast, cast.liu, "mergers", **told)
    assert (made.status_code, made.json()["state"]) == (201, "proposed")
    assert post(cast, cast.liu, "mergers", **told).status_code == 422
    path = f"mergers/{made.json()['merger']}/decision"
    assert post(cast, cast.liu, path, merge=True).status_code in (403, 422)
    assert post(cast, cast.sun, path, merge=True).json()["state"] == "decided"
    assert post(cast, cast.sun, path, merge=True).status_code in (409, 422)
    assert IdentityMerger.objects.get().state == "decided"


def test_a_proposal_is_dropped_with_a_reason(cast: Cast, second: str) -> None:
    told = {"duplicate": id_number(1), "survivor": second, "proof": "变更证明1号"}
    path = f"mergers/{post(cast, cast.liu, 'mergers', **told).json()['merger']}/decision"

    assert post(cast, cast.liu, path, merge=False).status_code == 422
    assert post(cast, cast.liu, path, merge=False, reason="不是同一人").json()["state"] == "dropped"
