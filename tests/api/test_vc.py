"""The VC API as a conformance suite, an outside verifier and an attacker would use it."""

import json
from typing import Any

import pytest
from django.test import Client

from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.checking.entries import ENTRY
from gongtu.engines.credentials.contexts import OPEN_BADGES
from gongtu.engines.credentials.models import Credential, IssuerDocument, IssuerList
from gongtu.engines.credentials.suites import PROFILES
from gongtu.records.context import instant_of
from tests.cast import DAY
from tests.engines.credentials.documents import Signatory, envelope, jwt
from tests.engines.credentials.school import School, believed

VCDM, INTEGRITY = "https://www.w3.org/TR/vc-data-model#", "https://w3id.org/security#"
V2 = "https://www.w3.org/ns/credentials/v2"
ALICE = {
    "@context": [V2],
    "type": ["VerifiableCredential"],
    "credentialSubject": {"id": "did:example:alice", "name": "Alice"},
}


@pytest.fixture(autouse=True)
def _open_door(settings: Any, db: None) -> None:
    settings.GONGTU_OPEN_VC_API = True


def post(path: str, told: Any, **headers: str) -> Any:
    return Client().post(path, told, content_type="application/json", headers=headers)


def issue(credential: Any, path: str = "/credentials/issue", **options: Any) -> Any:
    return post(path, {"credential": credential, "options": options})


def verify(credential: Any, **options: Any) -> Any:
    return post("/credentials/verify", {"verifiableCredential": credential, "options": options})


def issued(credential: Any = ALICE, path: str = "/credentials/issue", **options: Any) -> Any:
    response = issue(credential, path, **options)
    assert response.status_code == 201, response.content.decode()
    return response.json()["verifiableCredential"]


def pointers(response: Any) -> list[str]:
    assert response["Content-Type"] == "application/problem+json"
    return [one["pointer"] for one in response.json()["problemDetails"]]


class Issuer:
    """The office that gave a credential out, as the services want it."""

    role, account = "enterprise", None

    def __init__(self, credential: Credential) -> None:
        self.organisation = credential.issuer_organisation


@pytest.mark.parametrize("profile", PROFILES)
def test_each_suite_and_curve_signs_at_its_own_address(profile: str) -> None:
    signed = issued(path=f"/vc/{profile}/credentials/issue")
    response = verify(signed)

    assert signed["proof"]["cryptosuite"] == PROFILES[profile].suite.name
    assert signed["issuer"].startswith("did:key:z")
    method = signed["proof"]["verificationMethod"]
    assert method == f"{signed['issuer']}#{signed['issuer'].removeprefix('did:key:')}"
    assert (response.status_code, response.json()["verified"]) == (200, True)


def test_the_old_data_model_is_signed_and_verified_too() -> None:
    old = {
        "@context": ["https://www.w3.org/2018/credentials/v1"],
        "type": ["VerifiableCredential"],
        "issuanceDate": "2020-03-16T22:37:26.544Z",
        "credentialSubject": {"id": "did:example:alice"},
    }

    signed = issued(old)

    assert signed["@context"][1] == "https://w3id.org/security/data-integrity/v2"
    assert verify(signed).status_code == 200
    del old["issuanceDate"]
    assert pointers(issue(old)) == ["/issuanceDate"]


def test_an_unknown_profile_has_no_address() -> None:
    assert issue(ALICE, "/vc/rsa-2048/credentials/issue").status_code == 404


def test_an_issuer_object_keeps_its_name_and_gets_its_id() -> None:
    signed = issued({**ALICE, "issuer": {"name": "Example"}})

    assert signed["issuer"]["name"] == "Example"
    assert signed["issuer"]["id"].startswith("did:key:z6Mk")
    assert verify(signed).status_code == 200


def test_nobody_signs_in_another_name() -> None:
    assert pointers(issue({**ALICE, "issuer": "did:web:elsewhere.example"})) == ["/issuer"]
    named = {**ALICE, "issuer": {"id": "did:web:elsewhere.example"}}
    assert pointers(issue(named)) == ["/issuer/id"]


def test_options_are_written_into_the_proof() -> None:
    signed = issued(
        created="2026-01-02T03:04:05Z", challenge="c", domain=["d"], proofPurpose="assertionMethod",
        credentialId="urn:uuid:7b5a1b1a-0b0e-4c0e-9f0e-000000000001",
    )  # fmt: skip

    assert signed["id"].endswith("0001")
    proof = signed["proof"]
    assert [proof[name] for name in ("created", "challenge", "domain")] == [
        "2026-01-02T03:04:05Z", "c", ["d"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "options",
    [
        {"created": "yesterday"}, {"mandatoryPointers": ["/issuer"]}, {"credentialId": "x"},
        {"proofPurpose": "authentication"}, {"cryptosuite": "bbs-2023"},
        {"credentialStatus": {"type": "RevocationList2020Status"}},
    ],
)  # fmt: skip
def test_options_that_cannot_be_given_are_refused(options: dict[str, Any]) -> None:
    name = next(iter(options))
    assert pointers(issue(ALICE, **options))[0].startswith(f"/options/{name}")


@pytest.mark.parametrize("body", [{}, {"credential": None}, {"credential": "eyJ…"}, [], "x"])
def test_what_is_no_credential_is_refused(body: Any) -> None:
    response = post("/credentials/issue", body)

    assert response.status_code == 400
    assert response.json()["type"] == f"{VCDM}PARSING_ERROR"


def test_a_status_is_given_published_and_taken_back() -> None:
    entry = {"type": "BitstringStatusListEntry", "statusPurpose": "revocation"}
    response = issue(ALICE, credentialStatus=entry)
    signed, number = response.json()["verifiableCredential"], response.json()["number"]
    assert verify(signed).status_code == 200
    path = signed["credentialStatus"]["statusListCredential"].removeprefix("http://testserver")
    published = json.loads(Client().get(path).content)
    assert published["issuer"] == signed["issuer"]
    assert verify(published).status_code == 200

    office = Credential.objects.get(number=number)
    credentials.revoke(number, "issued-in-error", "错", by=Issuer(office), on=DAY)

    response = verify(signed)
    assert (response.status_code, response.json()["verified"]) == (400, False)
    assert response.json()["verdict"] == "revoked"
    assert pointers(response) == ["/credentialStatus"]
    assert verify(signed, checks=["proof"]).status_code == 200
    assert verify(signed, checks=["proof", "credentialStatus"]).status_code == 400


def test_a_suspended_credential_does_not_count_until_it_is_resumed() -> None:
    entry = {"type": "BitstringStatusListEntry", "statusPurpose": "suspension"}
    response = issue(ALICE, credentialStatus=[entry]).json()
    signed, number = response["verifiableCredential"], response["number"]
    by = Issuer(Credential.objects.get(number=number))
    credentials.suspend(number, "待查", by=by, on=DAY)

    assert verify(signed).json()["verdict"] == "cannot-tell"
    credentials.resume(number, by=by, on=DAY)
    assert verify(signed).status_code == 200


def test_a_changed_credential_is_not_verified() -> None:
    signed = issued()
    signed["credentialSubject"]["name"] = "Mallory"

    response = verify(signed)

    assert (response.status_code, response.json()["verified"]) == (400, False)
    assert response.json()["type"] == f"{INTEGRITY}PROOF_VERIFICATION_ERROR"
    assert pointers(response) == ["/proof/proofValue"]


@pytest.mark.parametrize("credential", [None, "a string", 7, [], ["x"]])
def test_what_is_no_object_is_not_verified(credential: Any) -> None:
    response = verify(credential)

    assert (response.status_code, pointers(response)) == (400, ["/verifiableCredential"])


def test_a_credential_with_its_signature_around_it_is_opened_and_checked() -> None:
    response = verify(envelope(jwt()))

    assert (response.status_code, response.json()["verified"]) == (200, True)


@pytest.mark.parametrize(
    ("wrapped", "pointer"),
    [
        (envelope("e"), "/id"),
        (envelope(jwt(), kind="application/vc+cose"), "/id"),
        (envelope(jwt(header={"alg": "none"})), "/header/alg"),
        (envelope(jwt(type=["Other"])), "/payload/type"),
        (envelope(jwt()[:-4] + "AAAA"), "/id"),
    ],
)
def test_an_envelope_that_does_not_do_is_refused_by_member(
    wrapped: dict[str, Any], pointer: str
) -> None:
    response = verify(wrapped)

    assert (response.status_code, pointers(response)[0]) == (400, pointer)


def test_an_expired_credential_holds_only_where_nobody_asks() -> None:
    signed = issued({**ALICE, "validUntil": "2020-01-01T00:00:00Z"})

    response = verify(signed)

    assert (response.status_code, response.json()["verdict"]) == (400, "expired")
    assert response.json()["type"] == f"{VCDM}RANGE_ERROR"
    assert verify(signed, checks=["proof"]).status_code == 200


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "JSON"),
        (b"\xff\xfe{}", "UTF-8"),
        (b'{"options": {}, "options": {}}', "options"),
        (b'{"credential": NaN}', "NaN"),
        (b'{"credential": 1e999}', "1e999"),
        (b'{"credential": 9007199254740993}', "9007199254740993"),
        (b"[" * 100_000, "40"),
        (b'{"credential": "\\ud800"}', "代理"),
    ],
    ids=["JSON", "encoding", "twice", "NaN", "infinite", "large", "deep", "half a letter"],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content: bytes, says: str) -> None:
    for path in ("/credentials/issue", "/credentials/verify", "/presentations/verify"):
        response = Client().post(path, content, content_type="application/json")

        assert response.status_code == 400
        assert response.json()["type"] == f"{VCDM}PARSING_ERROR"
        assert says in response.json()["detail"]


@pytest.mark.parametrize(
    ("content", "pointer"),
    [
        (b'{"credential": {"a": 1, "type": [], "type": []}}', "/credential/type"),
        (b'{"credential": {"credentialSubject": [{}, {"age": 1e400}]}}',
         "/credential/credentialSubject/1/age"),
        (b'{"credential": {"age": 99999999999999999999}}', "/credential/age"),
        (b'{"credential": {"age": -Infinity}}', "/credential/age"),
        (b'{"credential": {"name": "\\ud800"}}', "/credential/name"),
        (b'{"credential": ' + b'{"a": ' * 41 + b"1" + b"}" * 42, "/credential" + "/a" * 39),
        (b'{"credential": {"name": 1e400', ""),
    ],
    ids=["twice", "infinite", "large", "no number", "half a letter", "deep", "broken off"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_at_its_place(content: bytes, pointer: str) -> None:
    for path in ("/credentials/issue", "/credentials/verify", "/presentations/verify"):
        assert pointers(Client().post(path, content, content_type="application/json")) == [pointer]


@pytest.mark.parametrize("path", ["/credentials/issue", "/vc/eddsa-jcs-2022/credentials/issue"])
def test_what_is_not_sent_as_json_is_told_so(path: str) -> None:
    told = json.dumps({"credential": ALICE})
    for kind in ("text/plain", "application/x-www-form-urlencoded", "application/jsonx"):
        response = Client().post(path, told, content_type=kind)
        assert (response.status_code, response["Content-Type"]) == (415, "application/problem+json")
        assert kind in response.json()["detail"]
    for kind in ("application/json; charset=utf-8", "application/ld+json", "application/vc+json"):
        assert Client().post(path, told, content_type=kind).status_code == 201


def test_whoever_does_not_post_or_says_no_length_is_told_so() -> None:
    got = Client().get("/credentials/issue")
    streamed = Client().post(
        "/credentials/issue", content_type="application/json",
        headers={"Transfer-Encoding": "chunked", "Content-Length": ""},
    )  # fmt: skip

    assert (got.status_code, got["Allow"]) == (405, "POST")
    assert got["Content-Type"] == "application/problem+json"
    assert (streamed.status_code, streamed["Content-Type"]) == (411, "application/problem+json")


@pytest.mark.parametrize("options", [[], "", 0, False, "x"])
def test_options_are_an_object_or_left_out(options: Any) -> None:
    for path, member in (("issue", "credential"), ("verify", "verifiableCredential")):
        response = post(f"/credentials/{path}", {member: ALICE, "options": options})
        assert (response.status_code, pointers(response)) == (400, ["/options"])
    assert post("/credentials/issue", {"credential": ALICE, "options": None}).status_code == 201


def test_a_check_of_an_unknown_name_narrows_nothing() -> None:
    signed = issued({**ALICE, "validUntil": "2020-01-01T00:00:00Z"})

    assert verify(signed, checks=["proof"]).status_code == 200
    for checks in (["proof", "validUntil"], ["of anything"], "expirationDate"):
        assert verify(signed, checks=checks).json()["verdict"] == "expired"


def test_a_proof_does_not_end_before_it_begins() -> None:
    begun, ended = "2026-01-02T03:04:05Z", "2026-01-02T03:04:04Z"

    response = issue(ALICE, created=begun, expires=ended)

    assert pointers(response) == ["/options/expires"]
    assert response.json()["type"] == f"{VCDM}RANGE_ERROR"
    assert pointers(issue(ALICE, expires="2000-01-01T00:00:00Z")) == ["/options/expires"]
    assert issue(ALICE, created=begun, expires=begun).status_code == 201


CROWDS: list[dict[str, Any]] = [
    {"credentialSubject": [{"id": f"did:example:{n}"} for n in range(3_000)]},
    {"credentialSubject": [{"name": "x"} for _n in range(3_000)]},
    {"credentialSubject": [{"id": "did:example:a", "name": [f"x{n}"]} for n in range(201)]},
    {"name": [f"x{n}" for n in range(3_000)]},
    {"type": ["VerifiableCredential", *(f"https://a.example/{n}" for n in range(3_000))]},
]


@pytest.mark.parametrize("crowd", CROWDS, ids=lambda crowd: next(iter(crowd)))
def test_what_would_take_long_to_write_canonically_is_refused(crowd: dict[str, Any]) -> None:
    credential = {**ALICE, **crowd}

    response = issue(credential)
    by_text = issued(credential, "/vc/eddsa-jcs-2022/credentials/issue")

    assert (response.status_code, pointers(response)) == (400, [""])
    assert response.json()["type"] == f"{INTEGRITY}PROOF_GENERATION_ERROR"
    assert verify(by_text).status_code == 200
    by_text["proof"] = issued(path="/credentials/issue")["proof"]
    assert pointers(verify(by_text)) == ["/proof/proofValue"]


@pytest.mark.parametrize(
    ("many", "pointer"),
    [
        ({"@context": [V2] * 201}, "/@context"),
        ({"credentialSubject": [{"@context": V2, "name": "x"}] * 200},
         "/credentialSubject/199/@context"),
    ],
    ids=["together", "one by one"],
)  # fmt: skip
def test_more_contexts_than_anybody_brings_are_refused(many: dict[str, Any], pointer: str) -> None:
    for path in ("/credentials/issue", "/vc/eddsa-jcs-2022/credentials/issue"):
        assert pointers(issue({**ALICE, **many}, path)) == [pointer]
    assert pointers(verify({**issued(), **many})) == [pointer]


def test_many_unexplained_words_are_told_by_the_first_of_them() -> None:
    words = {f"word{n}": 1 for n in range(5_000)}

    response = issue({**ALICE, "credentialSubject": words})

    assert len(pointers(response)) == 20
    assert pointers(response)[0].startswith("/credentialSubject/word")


def test_a_malformed_achievement_is_neither_signed_nor_verified() -> None:
    badge = {
        "@context": [V2, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": "urn:uuid:2", "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"type": ["Profile"]}, "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {"type": ["AchievementSubject"], "achievement": {
            "id": "urn:uuid:1", "type": ["Achievement"], "name": "Welding",
            "description": "Welds.", "criteria": {"narrative": "Weld."},
        }},
    }  # fmt: skip
    signed = issued(badge)
    assert isinstance(signed["proof"], list)
    assert verify(signed).status_code == 200

    for document, answer in ((badge, issue), (signed, verify)):
        without = {**document, "credentialSubject": {"type": ["AchievementSubject"]}}
        assert pointers(answer(without)) == ["/credentialSubject/achievement"]


def test_a_huge_document_is_refused_by_its_length() -> None:
    response = Client().post(
        "/credentials/verify", b"{}", content_type="application/json",
        headers={"Content-Length": str(50 << 20)},
    )  # fmt: skip

    assert response.status_code == 413
    assert response["Content-Type"] == "application/problem+json"


def status(**told: Any) -> Any:
    return post("/credentials/status", told)


def test_what_was_signed_here_is_suspended_resumed_and_revoked() -> None:
    entries = [{"type": ENTRY, "statusPurpose": one} for one in ("revocation", "suspension")]
    signed = issued({**ALICE, "id": "urn:uuid:7"}, credentialStatus=entries)

    def becomes(purpose: str, value: Any) -> str:
        told = status(credentialId="urn:uuid:7", statusPurpose=purpose, status=value)
        again = status(
            credentialId="urn:uuid:7",
            credentialStatus={"type": ENTRY, "statusPurpose": purpose},
            status=value,
        )
        assert (told.status_code, again.status_code) == (200, 200), told.content
        return str(verify(signed).json()["verdict"])

    assert becomes("suspension", True) == "cannot-tell"
    assert becomes("suspension", False) == "valid"
    assert becomes("revocation", "1") == "revoked"
    for purpose, value in (("revocation", False), ("suspension", True)):
        told = status(credentialId="urn:uuid:7", statusPurpose=purpose, status=value)
        assert (told.status_code, pointers(told)) == (400, ["/status"])


WRONG_UPDATES = [
    ({}, ["/credentialId", "/status", "/statusPurpose"]),
    ({"credentialId": 1}, ["/credentialId"]),
    ({"statusPurpose": "refresh"}, ["/statusPurpose"]),
    ({"status": 1}, ["/status"]),
    ({"status": "true"}, ["/status"]),
    ({"statusPurpose": "suspension"}, ["/statusPurpose"]),
    ({"credentialStatus": {"type": "X"}},
     ["/credentialStatus/statusPurpose", "/credentialStatus/type"]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "wrong"), WRONG_UPDATES, ids=str)
def test_a_wrong_update_names_the_member(change: dict[str, Any], wrong: list[str]) -> None:
    issued(
        {**ALICE, "id": "urn:uuid:8"},
        credentialStatus=[{"type": ENTRY, "statusPurpose": "revocation"}],
    )
    told = {"credentialId": "urn:uuid:8", "statusPurpose": "revocation", "status": True}

    answer = status(**({**told, **change} if change else {}))

    assert (answer.status_code, sorted(pointers(answer))) == (400, sorted(wrong))


def test_what_was_not_signed_here_has_no_status() -> None:
    issued({**ALICE, "id": "urn:uuid:9"})
    for named in ("urn:uuid:9", "urn:uuid:none"):
        answer = status(credentialId=named, statusPurpose="revocation", status=True)

        assert (answer.status_code, pointers(answer)) == (404, ["/credentialId"])


def test_without_the_test_profile_a_status_needs_a_token(settings: Any) -> None:
    settings.GONGTU_OPEN_VC_API = False

    assert status(credentialId="x", statusPurpose="revocation", status=True).status_code == 401


RESOURCE = {"id": V2, "digestSRI": "sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ="}


def test_a_digest_of_a_related_resource_must_be_right_to_be_signed_and_to_hold() -> None:
    signed = issued({**ALICE, "relatedResource": RESOURCE})
    assert verify(signed).status_code == 200
    for wrong, pointer in (
        ({**RESOURCE, "digestSRI": RESOURCE["digestSRI"].replace("W", "X")}, "/digestSRI"),
        ({"id": V2}, ""),
        ({"digestSRI": RESOURCE["digestSRI"]}, "/id"),
    ):
        for answer, document in ((issue, ALICE), (verify, signed)):
            assert pointers(answer({**document, "relatedResource": wrong})) == [
                f"/relatedResource{pointer}"
            ]


def test_an_issuer_elsewhere_is_believed_by_the_keys_it_published() -> None:
    school = School()
    signed = school.signs(school.credential())
    unknown = verify(signed)
    IssuerDocument.objects.create(
        did=school.did, document=school.document(), fetched_at=instant_of(DAY),
        tried_at=instant_of(DAY),
    )  # fmt: skip
    with believed(school):
        known = verify(signed)

    assert pointers(unknown) == ["/proof/verificationMethod"]
    assert unknown.json()["verdict"] == "cannot-tell"
    assert "名单上" in unknown.json()["detail"]
    assert (known.status_code, known.json()["verdict"]) == (200, "valid")
    (told,) = [step["says"] for step in known.json()["steps"] if step["key"] == "key"]
    assert DAY.isoformat() in told


def test_lists_of_an_issuer_elsewhere_are_noted_as_its_credentials_are_shown() -> None:
    school, holder = School(), Signatory()
    IssuerDocument.objects.create(
        did=school.did, document=school.document(), fetched_at=instant_of(DAY),
        tried_at=instant_of(DAY),
    )  # fmt: skip
    one, other = (
        school.signs(school.credential(credentialStatus=school.entry(statusListCredential=address)))
        for address in (school.list_address, school.list_address + "1")
    )
    with believed(school):
        answer = verify(one)
        post("/presentations/verify", {"verifiablePresentation": holder.shows(other)})

    assert (answer.status_code, answer.json()["verdict"]) == (400, "cannot-tell")
    assert pointers(answer) == ["/credentialStatus/statusListCredential"]
    noted = IssuerList.objects.values_list("address", flat=True)
    assert list(noted) == [school.list_address, school.list_address + "1"]


def test_a_proof_of_the_future_is_not_verified() -> None:
    issuer = Signatory()

    answer = verify(issuer.signs(issuer.credential(), created="2099-01-01T00:00:00Z"))

    assert (answer.status_code, answer.json()["verdict"]) == (400, "cannot-tell")
    assert pointers(answer) == ["/proof/created"]


def test_an_achievement_has_one_status_and_may_leave_its_issuer_out() -> None:
    badge = {
        "@context": [V2, OPEN_BADGES],
        "id": "urn:uuid:7b5a1b1a-0b0e-4c0e-9f0e-000000000002",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:7b5a1b1a-0b0e-4c0e-9f0e-000000000003", "type": ["Achievement"],
                "name": "Welding", "description": "Welds.", "criteria": {},
            },
        },
    }  # fmt: skip
    entry = {"type": ENTRY, "statusPurpose": "revocation"}

    signed = issued(badge, credentialStatus=entry)
    crowded = issue(badge, credentialStatus=[entry, {**entry, "statusPurpose": "suspension"}])

    assert isinstance(signed["issuer"], str)
    assert isinstance(signed["proof"], list)
    assert pointers(crowded) == ["/options/credentialStatus"]
