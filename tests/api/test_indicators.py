from tests.api.conftest import ROOT
from tests.cast import DAY
from tests.factories import skills


def people_counted(client):
    entries = client.get(f"{ROOT}/indicators").json()
    return [entry["key"] for entry in entries]


def test_every_indicator_can_be_read(cast, public):
    for key in people_counted(public):
        told = public.get(f"{ROOT}/indicators/{key}?on={DAY}").json()
        assert told["key"] == key
        assert len(told["trend"]) == 6


def test_small_cell_of_persons_is_hidden_from_the_public_alone(cast, public):
    skills.certificate(cast)
    path = f"{ROOT}/indicators/senior-certificates-issued?division=370202"

    hidden = public.get(path)
    seen = cast.client(cast.liu).get(path)

    assert (hidden.status_code, seen.status_code) == (200, 200)
    assert hidden.json()["value"] is None
    assert seen.json()["value"] == 1


def test_unknown_division_and_unknown_indicator_are_not_found(cast, public):
    assert public.get(f"{ROOT}/indicators/none").status_code == 404
    key = people_counted(public)[0]
    assert public.get(f"{ROOT}/indicators/{key}?division=999999").status_code == 404
