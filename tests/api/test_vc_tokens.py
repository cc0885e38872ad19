"""Who may use the VC API: machines with their token, each for its own organisation."""

import copy
from typing import Any

from allauth.idp.oidc.models import Client as Machine
from django.test import Client

from tests.api.test_vc import ALICE, VCDM, pointers, post
from tests.cast import Cast

SECRET = "a secret of the machine"


def token(cast: Cast, capacity: Any, scope: str) -> dict[str, str]:
    machine = Machine.objects.create(
        name="签发系统", owner_id=capacity.account, scopes=scope, default_scopes=scope,
        grant_types="client_credentials",
    )  # fmt: skip
    machine.set_secret(SECRET)
    machine.save()
    told = {
        "grant_type": "client_credentials", "client_id": machine.pk, "client_secret": SECRET,
        "scope": scope,
    }  # fmt: skip
    given = Client().post("/identity/o/api/token", told).json()
    return {"Authorization": f"Bearer {given['access_token']}"}


def test_a_machine_signs_in_the_name_of_its_organisation(cast: Cast) -> None:
    bearer = token(cast, cast.clerk, "credentials")

    response = post("/credentials/issue", {"credential": ALICE}, **bearer)

    signed = response.json()["verifiableCredential"]
    assert signed["issuer"] == f"did:web:testserver:issuers:{cast.clerk.organisation}"
    checked = post("/credentials/verify", {"verifiableCredential": signed}, **bearer)
    assert checked.json()["verified"]
    path = f"/issuers/{cast.clerk.organisation}/did.json"
    assert signed["proof"]["verificationMethod"] in Client().get(path).json()["assertionMethod"]


def test_a_key_of_another_organisation_signs_nothing_for_this_one(cast: Cast) -> None:
    bearer = token(cast, cast.clerk, "credentials")
    signed = post("/credentials/issue", {"credential": ALICE}, **bearer).json()
    forged = copy.deepcopy(signed["verifiableCredential"])
    forged["issuer"] = f"did:web:testserver:issuers:{cast.clerk.organisation + 1}"

    response = post("/credentials/verify", {"verifiableCredential": forged}, **bearer)

    assert response.json()["type"] == f"{VCDM}CRYPTOGRAPHIC_SECURITY_ERROR"
    assert pointers(response) == ["/issuer"]


def test_nobody_signs_or_verifies_unknown_or_with_another_scope(cast: Cast) -> None:
    other = token(cast, cast.clerk, "cases")
    for path in ("/credentials/issue", "/credentials/verify", "/presentations/verify"):
        for headers in ({}, other, {"Authorization": "Bearer made-up"}):
            response = post(path, {}, **headers)
            assert response.status_code == 401
            assert response["WWW-Authenticate"].startswith("Bearer")


def test_a_person_without_an_organisation_signs_nothing(cast: Cast) -> None:
    bearer = token(cast, cast.wang, "credentials")

    assert post("/credentials/issue", {"credential": ALICE}, **bearer).status_code == 403
