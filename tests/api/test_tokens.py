"""A machine asks for a token with its client's credentials, and acts as the client's owner."""

import pytest
from allauth.idp.oidc.models import Client as Machine
from django.test import Client

from tests.api.conftest import FINDING, ROOT, post
from tests.factories import cases

SECRET = "a secret of the machine"


@pytest.fixture
def machine(cast):
    """The union's own software."""
    made = Machine.objects.create(
        name="工会系统", owner_id=cast.union.account, scopes="cases", default_scopes="cases",
        grant_types="client_credentials",
    )  # fmt: skip
    made.set_secret(SECRET)
    made.save()
    return made


def token_of(machine, **told):
    return Client().post(
        "/identity/o/api/token",
        {
            "grant_type": "client_credentials",
            "client_id": machine.pk,
            "client_secret": SECRET,
            "scope": "cases",
            **told,
        },
    )


@pytest.fixture
def bearer(machine):
    return {"Authorization": f"Bearer {token_of(machine).json()['access_token']}"}


def test_machine_acts_as_its_owner(cast, bearer):
    case = cases.supervision(cast)

    listed = Client().get(f"{ROOT}/cases", headers=bearer).json()["cases"]
    opened = post(
        Client(), "/cases", {"procedure": "union-supervision", "answers": FINDING}, **bearer
    )

    assert [row["number"] for row in listed] == [case.number]
    assert opened.status_code == 201


def test_machine_names_one_of_its_owners_capacities(cast, bearer):
    as_self = {**bearer, "Gongtu-Capacity": "worker"}

    response = post(
        Client(), "/cases", {"procedure": "union-supervision", "answers": FINDING}, **as_self
    )

    assert response.status_code == 403


def test_machine_may_not_name_somebody_elses_capacity(cast, bearer):
    forged = {**bearer, "Gongtu-Capacity": cast.liu.key}

    response = Client().get(f"{ROOT}/cases", headers=forged)

    assert response.status_code == 403
    assert response.json()["type"] == "urn:gongtu:problem:not-one-of-yours"


def test_wrong_secret_and_foreign_scope_get_no_token(machine):
    assert token_of(machine, client_secret="guessed").status_code == 401
    assert token_of(machine, scope="everything").status_code == 400


def test_made_up_token_opens_nothing(cast):
    headers = {"Authorization": "Bearer made-up"}

    assert Client().get(f"{ROOT}/cases", headers=headers).status_code == 401
    figure = f"{ROOT}/indicators/senior-certificates-issued"
    assert Client().get(figure, headers=headers).status_code == 401


def test_token_of_a_closed_account_opens_nothing(cast, machine, bearer):
    machine.owner.is_active = False
    machine.owner.save()

    assert Client().get(f"{ROOT}/cases", headers=bearer).status_code == 401
