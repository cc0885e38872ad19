import json

from gongtu.engines.credentials.models import Credential
from gongtu.records.journal.queries import list_chain
from tests.api.conftest import ROOT


def test_holder_and_issuer_get_the_signed_credential(cast, certificate):
    for capacity in (cast.wang, cast.clerk):
        response = cast.client(capacity).get(f"{ROOT}/credentials/{certificate.number}")
        assert response["Content-Type"] == "application/vc"
        assert json.loads(response.content)["proof"][0]["cryptosuite"] == "eddsa-jcs-2022"


def test_anybody_else_is_refused_and_the_attempt_is_journaled(cast, certificate):
    response = cast.client(cast.stranger).get(f"{ROOT}/credentials/{certificate.number}")

    assert response.status_code == 403
    assert [e.kind for e in list_chain(f"credential:{certificate.number}")][-1] == "refused"


def test_nobody_without_a_session_or_a_token_gets_it(public, certificate):
    response = public.get(f"{ROOT}/credentials/{certificate.number}")

    assert response.status_code == 401
    assert response["WWW-Authenticate"].startswith("Bearer")
    assert response["Content-Type"] == "application/problem+json"


def test_status_list_is_published_where_the_credential_says(public, certificate, settings):
    document = Credential.objects.get(number=certificate.number).document
    entry = document["credentialStatus"]
    for address in (entry["statusListCredential"], *entry["statusReference"]):
        path = address.removeprefix(settings.GONGTU_BASE_URL)
        published = public.get(path)
        told = json.loads(published.content)
        assert published["Content-Type"] == "application/vc"
        assert told["id"] == address
        assert told["proof"]
        assert json.loads(public.get(ROOT + path).content)["id"] == told["id"]


def test_unknown_status_list_is_not_found(public, db):
    assert public.get(f"{ROOT}/credentials/status/77/revocation").status_code == 404
    assert public.get("/credentials/status/77/revocation").status_code == 404
    assert public.get("/credentials/status/77/gossip").status_code == 404


def test_issuer_publishes_the_keys_that_sign(public, cast, certificate):
    told = json.loads(public.get(f"/issuers/{cast.bodies['works'].pk}/did.json").content)

    method = Credential.objects.get(number=certificate.number).document["proof"][0]
    assert method["verificationMethod"] in told["assertionMethod"]
    assert public.get("/issuers/999999/did.json").status_code == 404
