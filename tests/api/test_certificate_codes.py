"""The code on paper, checked by the API; and what others check it by without a network."""

from __future__ import annotations

import pytest
from django.test import Client

from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.qr import content
from gongtu.engines.credentials.queries import find_credential
from gongtu.engines.credentials.verify import verify
from gongtu.registers.skills.models import Certificate
from tests.api.conftest import post
from tests.cast import DAY, FITTER, FOUNDED, Cast
from tests.factories.skills import filing

ADDRESS = "https://gongtu.example/certificates/"


@pytest.fixture
def code(cast: Cast, certificate: Certificate) -> str:
    """What a scanner reads from 王师傅's certificate."""
    filing(cast)
    credential = find_credential(certificate.number)
    assert credential is not None
    return content(ADDRESS, credential.document)


def check(client: Client, code: str):
    return post(client, "/certificates/code", {"code": code})


def test_code_has_the_verdict_and_the_steps_of_the_look_up(public, certificate, code):
    by_name = {"number": certificate.number, "name": "王师傅"}

    told, looked_up = (
        each.json() for each in (check(public, code), post(public, "/certificates/check", by_name))
    )

    assert told["verdict"] == "valid"
    assert (told["verdict"], told["steps"]) == (looked_up["verdict"], looked_up["steps"])


def test_revoked_certificate_is_called_revoked_with_its_class(public, cast, certificate, code):
    credentials.revoke(certificate.number, "issued-in-error", "重复核发", by=cast.clerk, on=DAY)

    told = check(public, code).json()

    assert (told["verdict"], told["reason_class"]) == ("revoked", "issued-in-error")
    assert "重复核发" not in str(told)


def test_changed_digit_is_a_step_that_failed_and_no_error(public, code):
    changed = code[:-3] + f"{(int(code[-3:]) + 1) % 1000:03d}"

    answer = check(public, changed)

    assert answer.status_code == 200
    assert (answer.json()["verdict"], answer.json()["steps"][0]["passed"]) == ("cannot-tell", False)


def test_code_of_something_else_is_no_certificate(public, db):
    told = check(public, "https://a.example/menu#today").json()

    assert (told["verdict"], told["steps"][0]["says"]) == ("cannot-tell", "这不是证书上的二维码")


def test_code_that_carries_no_credential_says_so(public, db):
    told = check(public, f"{ADDRESS}Y000037000001263000001/").json()

    assert told["verdict"] == "cannot-tell"
    assert "只有网址" in told["steps"][0]["says"]


def test_visitor_who_scans_too_often_must_wait(public, code):
    answers = [check(public, code).status_code for _ in range(31)]

    assert answers[-1] == 429


def test_material_names_issuers_with_their_keys_and_filings(public, cast, code):
    told = public.get("/api/v1/certificates/offline").json()

    ((did, issuer),) = told["issuers"].items()
    assert did.startswith("did:web:")
    assert issuer["name"] == "甲公司"
    assert issuer["filings"] == [
        {
            "occupation": FITTER,
            "grades": ["junior", "intermediate", "senior", "technician"],
            "since": FOUNDED.isoformat(),
            "until": None,
        }
    ]
    assert {key["kind"] for key in issuer["keys"]} >= {"Ed25519"}
    assert told["codes"]["1"].startswith('{"@context"')


def test_lists_of_the_material_are_signed_and_name_nobody(public, certificate, code):
    answer = public.get("/api/v1/certificates/offline")

    lists = answer.json()["lists"].values()
    assert {one["credentialSubject"]["statusPurpose"] for one in lists} == {
        "revocation", "refresh", "suspension",
    }  # fmt: skip
    assert all(verify(one, on=DAY).is_genuine for one in lists)
    assert "王师傅" not in answer.content.decode()
    assert certificate.number not in answer.content.decode()


def test_unchanged_material_is_not_sent_twice(public, code):
    first = public.get("/api/v1/certificates/offline")

    again = public.get("/api/v1/certificates/offline", headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
