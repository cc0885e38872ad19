"""What a credential may say and what it must: member by member, each refusal at its place."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.engines.credentials.checking.entries import messages, size
from gongtu.engines.credentials.checking.model import (
    OPTIONAL,
    REQUIRED,
    SHAPES,
    credential_problems,
)
from gongtu.engines.credentials.checking.problem import Problem, ProblemType
from gongtu.engines.credentials.checking.proofs import moment
from gongtu.engines.credentials.checking.terms import term_problems
from gongtu.engines.credentials.contexts import OPEN_BADGES, V1, V2

EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
PLAIN: dict[str, Any] = {
    "@context": [V2],
    "type": ["VerifiableCredential"],
    "issuer": KEY,
    "credentialSubject": {"id": "did:example:subject"},
}
NO_URL = "https ://not-a-url/1"
ENTRY = {
    "id": "https://a.example/status/3#94567",
    "type": "BitstringStatusListEntry",
    "statusPurpose": "revocation",
    "statusListIndex": "94567",
    "statusListCredential": "https://a.example/status/3",
}
COLOURS = [{"status": f"0x{n}", "message": f"m{n}"} for n in range(4)]
# The digests that the Recommendation printed for the base context, then and now.
THEN = "sha384-NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg"
THEN_MULTIBASE = "uJKGMkOmFbVJhEfKTduMC2XCyvRAYLjOVmZWwIH1wQ7k"
NOW = "sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ="
FIRST = "sha256-q03dmlMXWIB6eaW0UFENYa6NFH6rlmzJogDAcJWwzcw="


def problems(**change: Any) -> list[Problem]:
    """Everything wrong with a plain credential in which something was changed or left out."""
    changed = {name: value for name, value in {**PLAIN, **change}.items() if value is not ...}
    return list(credential_problems(changed)) or term_problems(changed)


def own(**words: Any) -> list[Any]:
    return [V2, words]


RIGHT: list[dict[str, Any]] = [
    {},
    {"@context": [V2, EXAMPLES]},
    {"@context": own(Own="https://a.example/#Own"), "type": ["VerifiableCredential", "Own"]},
    {"type": "VerifiableCredential"},
    {"type": ["https://a.example/#Own", "VerifiableCredential"]},
    {"id": "https://a.example/1"},
    {"id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33"},
    {"issuer": {"id": KEY}},
    {"issuer": {"id": KEY, "name": "Example", "description": {"@value": "x", "@language": "en"}}},
    {"name": "Example"},
    {"name": {"@value": "例", "@language": "zh-Hans", "@direction": "ltr"}},
    {"name": [{"@value": "Dog", "@language": "en"}, {"@value": "Chien", "@language": "fr"}]},
    {"validFrom": "2023-02-26T01:02:58.447Z"},
    {"validFrom": "2023-02-25T19:10:39-06:00"},
    {"validFrom": "4023-02-26T01:02:58Z", "validUntil": "4023-02-26T01:02:58Z"},
    {"credentialSubject": [{"id": "did:example:a"}, {"id": "did:example:b"}]},
    {"credentialSubject": {"name": "Alice"}},
    {"credentialStatus": ENTRY},
    {"credentialStatus": [ENTRY, {**ENTRY, "statusPurpose": "suspension"}]},
    {"credentialStatus": {**ENTRY, "statusSize": 2, "statusMessage": COLOURS}},
    {"credentialStatus": {"type": "https://a.example/#Other"}},
    {"credentialSchema": {"id": "https://a.example/s", "type": "JsonSchema"}},
    {"evidence": [{"type": "https://a.example/#E"}, {"type": "https://a.example/#E"}]},
    {"termsOfUse": {"type": "https://a.example/#T", "id": "did:example:t"}},
    {"refreshService": {"type": "https://a.example/#R", "id": "did:example:r"}},
    {"relatedResource": {"id": V2, "digestSRI": THEN}},
    {"relatedResource": {"id": V2, "digestMultibase": THEN_MULTIBASE}},
    {"relatedResource": [{"id": V2, "digestSRI": NOW, "mediaType": "application/ld+json"}]},
    {"relatedResource": {"id": "https://a.example/unknown", "digestSRI": THEN}},
    {"relatedResource": {"id": OPEN_BADGES, "digestSRI": THEN}},
    {"relatedResource": {"id": V1, "digestSRI": FIRST}},
]


@pytest.mark.parametrize("change", RIGHT, ids=str)
def test_what_the_data_model_allows_is_allowed(change: dict[str, Any]) -> None:
    assert problems(**change) == []


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"@context": ...}, "/@context"),
    ({"@context": V2}, "/@context"),
    ({"@context": []}, "/@context"),
    ({"@context": [EXAMPLES]}, "/@context"),
    ({"@context": [EXAMPLES, V2]}, "/@context"),
    ({"@context": [V2, NO_URL]}, "/@context/1"),
    ({"@context": [V2, 123192875]}, "/@context/1"),
    ({"@context": [V2, "https://a.example/unknown"]}, "/@context/1"),
    ({"@context": [V2, {"@import": "https://a.example/unknown"}]}, "/@context/1/@import"),
    ({"@context": [V2, {"@base": "https://a.example/"}]}, "/@context/1/@base"),
    ({"@context": own(VerifiableCredential="https://a.example/#Bad")}, "/@context"),
    ({"@context": own(Own="https ://a#Own"), "type": ["VerifiableCredential", "Own"]}, "/@context"),
    ({"type": ...}, "/type"),
    ({"type": []}, "/type"),
    ({"type": ["RelationshipCredential"]}, "/type"),
    ({"type": ["VerifiableCredential", 2]}, "/type"),
    ({"type": ["VerifiableCredential", "Unexplained"]}, "/type/1"),
    ({"id": None}, "/id"),
    ({"id": NO_URL}, "/id"),
    ({"id": ["https://a.example/1", "https://a.example/2"]}, "/id"),
    ({"issuer": ...}, "/issuer"),
    ({"issuer": None}, "/issuer"),
    ({"issuer": "fake-issuer"}, "/issuer"),
    ({"issuer": {}}, "/issuer/id"),
    ({"issuer": {"id": None}}, "/issuer/id"),
    ({"issuer": {"id": "no-url"}}, "/issuer/id"),
    ({"issuer": {"id": KEY, "name": {"@value": "x", "url": "did:example:x"}}}, "/issuer/name"),
    ({"name": {"@value": "x", "@language": "en", "url": "did:example:x"}}, "/name"),
    ({"name": {"@language": "en"}}, "/name"),
    ({"name": {"@value": "x", "@language": "no language"}}, "/name"),
    ({"name": {"@value": "x", "@direction": "up"}}, "/name"),
    ({"description": ["x", 5]}, "/description/1"),
    ({"validFrom": "Sat 25 Feb 2023 07:16:31 PM CST"}, "/validFrom"),
    ({"validFrom": "2023-02-25"}, "/validFrom"),
    ({"validFrom": "2023-02-25T10:00:00"}, "/validFrom"),
    ({"validFrom": "2023-02-30T10:00:00Z"}, "/validFrom"),
    ({"validFrom": 1677283200}, "/validFrom"),
    ({"validUntil": "Sun, 26 Feb 2023 01:22:14 +0000"}, "/validUntil"),
    ({"validFrom": "2023-02-02T00:00:00Z", "validUntil": "2023-02-01T00:00:00Z"}, "/validUntil"),
    ({"issuanceDate": "2023-02-02T00:00:00Z"}, "/issuanceDate"),
    ({"credentialSubject": ...}, "/credentialSubject"),
    ({"credentialSubject": {}}, "/credentialSubject"),
    ({"credentialSubject": []}, "/credentialSubject"),
    ({"credentialSubject": "did:example:subject"}, "/credentialSubject"),
    ({"credentialSubject": [{"id": "did:example:a"}, {}]}, "/credentialSubject/1"),
    ({"credentialSubject": {"id": ["did:a:1", "did:a:2"]}}, "/credentialSubject/id"),
    ({"credentialSubject": {"unexplained": 1}}, "/credentialSubject/unexplained"),
    ({"credentialSubject": {"name": "x", "@surprise": 1}}, ""),
    ({"credentialStatus": {"id": "did:example:status"}}, "/credentialStatus/type"),
    ({"credentialStatus": {**ENTRY, "type": 2}}, "/credentialStatus/type"),
    ({"credentialStatus": {**ENTRY, "id": ["did:a:1", "did:a:2"]}}, "/credentialStatus/id"),
    ({"credentialStatus": {**ENTRY, "id": NO_URL}}, "/credentialStatus/id"),
    ({"credentialStatus": {**ENTRY, "id": "https://a.example/status/3"}}, "/credentialStatus/id"),
    ({"credentialStatus": {**ENTRY, "statusPurpose": 1}}, "/credentialStatus/statusPurpose"),
    ({"credentialStatus": {**ENTRY, "statusListIndex": 5}}, "/credentialStatus/statusListIndex"),
    ({"credentialStatus": {**ENTRY, "statusListIndex": "-1"}}, "/credentialStatus/statusListIndex"),
    ({"credentialStatus": {**ENTRY, "statusListIndex": "07"}}, "/credentialStatus/statusListIndex"),
    ({"credentialStatus": {**ENTRY, "statusSize": 0}}, "/credentialStatus/statusSize"),
    ({"credentialStatus": {**ENTRY, "statusSize": "2"}}, "/credentialStatus/statusSize"),
    ({"credentialStatus": {**ENTRY, "statusSize": 2}}, "/credentialStatus/statusMessage"),
    ({"credentialStatus": {**ENTRY, "statusMessage": COLOURS}}, "/credentialStatus/statusMessage"),
    (
        {"credentialStatus": {**ENTRY, "statusMessage": [{"status": "0x0"}, COLOURS[1]]}},
        "/credentialStatus/statusMessage/0/message",
    ),
    (
        {"credentialStatus": {**ENTRY, "statusReference": [NO_URL]}},
        "/credentialStatus/statusReference/0",
    ),
    ({"credentialSchema": {"id": "did:example:s"}}, "/credentialSchema/type"),
    ({"credentialSchema": {"type": "JsonSchema"}}, "/credentialSchema/id"),
    ({"credentialSchema": {"type": "JsonSchema", "id": NO_URL}}, "/credentialSchema/id"),
    ({"evidence": {}}, "/evidence/type"),
    ({"termsOfUse": {"id": "did:example:t"}}, "/termsOfUse/type"),
    ({"refreshService": {"id": "did:example:r"}}, "/refreshService/type"),
    ({"relatedResource": [V2]}, "/relatedResource/0"),
    ({"relatedResource": [{"digestSRI": THEN}]}, "/relatedResource/0/id"),
    ({"relatedResource": [{"id": V2}]}, "/relatedResource/0"),
    (
        {"relatedResource": [{"id": V2, "digestSRI": THEN}] * 2},
        "/relatedResource/1/id",
    ),
    ({"relatedResource": {"id": V2, "digestSRI": "md5-abc"}}, "/relatedResource/digestSRI"),
    (
        {"relatedResource": {"id": V2, "digestSRI": THEN.replace("N", "M", 1)}},
        "/relatedResource/digestSRI",
    ),
    (
        {"relatedResource": {"id": V2, "digestMultibase": THEN_MULTIBASE.replace("J", "K", 1)}},
        "/relatedResource/digestMultibase",
    ),
    (
        {"relatedResource": {"id": V2, "digestMultibase": "m!!"}},
        "/relatedResource/digestMultibase",
    ),
]


@pytest.mark.parametrize(("change", "pointer"), WRONG, ids=str)
def test_what_the_data_model_forbids_is_refused_at_its_place(
    change: dict[str, Any], pointer: str
) -> None:
    assert pointer in [problem.pointer for problem in problems(**change)]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"validFrom": "soon"}, ProblemType.MALFORMED_VALUE),
        (
            {"validFrom": "2023-02-02T00:00:00Z", "validUntil": "2023-02-01T00:00:00Z"},
            ProblemType.RANGE,
        ),
        (
            {"relatedResource": {"id": V2, "digestMultibase": "u" + "A" * 43}},
            ProblemType.CRYPTOGRAPHIC_SECURITY,
        ),
        ({"credentialSubject": {"unexplained": 1}}, ProblemType.PROOF_TRANSFORMATION),
    ],
)
def test_each_problem_has_the_type_of_its_standard(
    change: dict[str, Any], kind: ProblemType
) -> None:
    assert [problem.type for problem in problems(**change)] == [kind]
    assert kind.startswith("https://")


def test_the_old_data_model_names_its_days_in_its_own_way() -> None:
    old = {"@context": [V1], "issuanceDate": "2020-03-16T22:37:26.544Z"}

    assert problems(**old) == []
    assert [one.pointer for one in problems(**{**old, "issuanceDate": ...})] == ["/issuanceDate"]
    (late,) = problems(**old, expirationDate="2019-01-01T00:00:00Z")
    assert (late.pointer, late.type) == ("/expirationDate", ProblemType.RANGE)


def test_documents_of_one_form_are_looked_up_once_and_others_are_not_believed_for_it() -> None:
    assert problems(type=["VerifiableCredential", "https://a.example/#A"]) == []
    assert problems(type=["VerifiableCredential", "https://a.example/#B"]) == []
    assert problems(type=["VerifiableCredential", "B"]) != []
    assert problems(credentialSubject={"id": "did:example:other"}) == []
    assert problems(evidence={"type": "https://a.example/#E", "id": "did:example:e"}) == []


def test_what_stumbles_over_a_context_is_a_refusal() -> None:
    for odd in ({"@vocab": None}, {"@version": 7}, {"": ""}, {"a": {"@id": {}}}, {"@context": 5}):
        found = problems(**{"@context": [V2, odd]})
        assert all(one.pointer.startswith("/@context") for one in found)


WRITTEN = st.sampled_from(
    ["", "a", "urn:x:1", "0", "07", "2026-09-01T00:00:00Z", V2, "sha256-AA==", "uAA", "zé"]
)
NAMES = st.sampled_from(
    ["id", "type", "name", "@value", "@language", "statusPurpose", "statusListIndex", "statusSize",
     "statusMessage", "statusListCredential", "digestSRI", "digestMultibase", "message", "status"]
)  # fmt: skip
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 9) | WRITTEN | st.just(ENTRY),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=12,
)


@given(VALUES)
def test_a_check_holds_exactly_where_it_has_nothing_to_tell(value: Any) -> None:
    for check in (*OPTIONAL.values(), *REQUIRED.values(), moment, size):
        assert check.holds(value) == (not list(check(value, "")))
    together = (OPTIONAL[name] for name in ("credentialStatus", "evidence", "relatedResource"))
    for check in (*SHAPES.values(), *together, messages):
        assert check.holds(value) == (not list(check.told(value, "")))
