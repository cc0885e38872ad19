"""What is remembered between documents says what the library says by itself, and nobody's else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyld import jsonld
from pyld.context_resolver import ContextResolver

from gongtu.engines.credentials import linked
from gongtu.engines.credentials.checking.terms import term_problems
from gongtu.engines.credentials.contexts import (
    DATA_INTEGRITY,
    FILES,
    OPEN_BADGES,
    UNDEFINED_TERMS,
    V1,
    V2,
    load,
    text_of,
)
from gongtu.engines.credentials.suites import rdfc
from tests.engines.credentials.documents import ALUMNA

many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BASES: list[Any] = [
    V2, [V2], [V1], [V2, OPEN_BADGES], [V2, OPEN_BADGES, UNDEFINED_TERMS], [V2, DATA_INTEGRITY],
    [OPEN_BADGES, V2], [V2, V2], [V1, V2], [V2, "https://w3id.org/security/multikey/v1"],
    ["https://www.w3.org/ns/did/v1", V2], [V2, "https://a.example/unknown"],
    [V2, {"Own": "https://a.example/#Own", "name": "https://a.example/#name"}], [],
    [V2, {"@import": V2, "Own": "https://a.example/#Own"}], None, {"@import": OPEN_BADGES},
]  # fmt: skip


def words() -> Iterator[tuple[str, bool]]:
    """Every word that the contexts carried here explain, and whether it brings a context."""
    for address in FILES:
        waiting = [json.loads(text_of(address))["@context"]]
        while waiting:
            told = waiting.pop()
            waiting.extend(told if isinstance(told, list) else ())
            for word, meaning in told.items() if isinstance(told, dict) else ():
                inner = meaning.get("@context") if isinstance(meaning, dict) else None
                waiting.append(inner)
                yield word, isinstance(inner, dict)


WORDS = sorted({word for word, _brings in words() if not word.startswith("@")})
TYPES = sorted({word for word, brings in words() if brings})
NAMES = st.sampled_from([*WORDS, "id", "type", "@id", "@type", "strange", "ex:odd", "@graph"])
PLAIN = (
    st.text(max_size=8) | st.integers() | st.booleans() | st.none() | st.sampled_from([1.5, 1e30])
    | st.sampled_from(["urn:a:1", "urn:a:2", "https://a.example/", "_:b0", "relative", "schema:x"])
)  # fmt: skip
SAID = (
    PLAIN
    | st.builds(lambda text, tag: {"@value": text, "@language": tag}, st.text(max_size=5),
                st.sampled_from(["zh", "en-GB", "zh_CN"]))
    | st.builds(lambda one: {"@value": one, "@type": "@json"}, st.recursive(
        PLAIN, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner,
                                                                           max_size=2)))
    | st.builds(lambda some: {"@list": some}, st.lists(PLAIN, max_size=3))
    | st.dictionaries(st.sampled_from(["zh", "en"]), st.text(max_size=5), max_size=2)
)  # fmt: skip


def node(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    typed = st.fixed_dictionaries(
        {"type": st.lists(st.sampled_from(TYPES), max_size=2)},
        optional={"id": st.sampled_from(["urn:a:1", "urn:a:2", "_:b1", "rel"]),
                  "@context": st.sampled_from(BASES)},
    )  # fmt: skip
    return st.builds(
        lambda more, told: {**more, **told}, st.dictionaries(NAMES, inner, max_size=4), typed
    )


DOCUMENTS = st.builds(
    lambda context, told: {**told, "@context": context},
    st.sampled_from(BASES),
    node(st.recursive(SAID, lambda inner: node(inner) | st.lists(inner, max_size=3), max_leaves=8)),
)


def alone() -> dict[str, Any]:
    """The library with nothing in its memory."""
    return {**linked.OPTIONS, "contextResolver": ContextResolver({}, load)}


def expanded_alone(document: Any) -> Any:
    dropped: list[str | None] = []
    try:
        found = jsonld.JsonLdProcessor(dropped.append).expand(document, alone())
    except Exception:
        return None
    return found, dropped


def expanded(document: Any) -> Any:
    dropped: list[str | None] = []
    try:
        return linked.expand(document, dropped=dropped.append), dropped
    except linked.NotLinked:
        return None


def canonical_alone(document: Any) -> bytes | None:
    try:
        dataset = jsonld.JsonLdProcessor().to_rdf(document, alone())
        quads: str = rdfc.Canonicaliser("sha256").main(dataset, {"format": "application/n-quads"})
    except Exception:
        return None
    return quads.encode()


def canonical(document: Any) -> bytes | None:
    try:
        return rdfc.canonical(document)
    except linked.NotLinked:
        return None


@given(DOCUMENTS)
@many
def test_every_document_is_read_as_by_the_library_alone(document: Any) -> None:
    told = json.dumps(document)

    assert expanded(document) == expanded_alone(document)
    assert json.dumps(document) == told


@given(DOCUMENTS)
@many
def test_the_statements_are_those_of_the_library_alone(document: Any) -> None:
    assert canonical(document) == canonical_alone(document)


def test_a_relative_address_in_a_list_says_nothing() -> None:
    document = {"@context": V2, "type": [], "aud": {"@list": ["", "urn:a:1"]}}

    with pytest.raises(linked.NotLinked, match="relative"):
        rdfc.canonical(document)


@pytest.mark.parametrize("own", [{}, {"@protected": False, "name": "https://a.example/#name"}])
def test_a_document_that_imports_a_context_changes_it_for_nobody(own: dict[str, Any]) -> None:
    plain = {**ALUMNA, "@context": [V2, OPEN_BADGES], "type": ["VerifiableCredential"]}
    plain["credentialSubject"] = {"id": "did:example:abcdefgh"}
    imported = {"@import": OPEN_BADGES, "colour": "https://a.example/#colour", **own}
    # As many as drive out what the library made of a context before.
    crowd = [[V2, {f"own{n}": f"https://a.example/#{n}"}, OPEN_BADGES] for n in range(12)]
    before = canonical(plain)

    for context in (*crowd, [V2, imported], *crowd):
        term_problems({**plain, "@context": context})
        canonical({**plain, "@context": context})

    assert canonical(plain) == before == canonical_alone(plain)
    assert [one.pointer for one in term_problems({**plain, "colour": "red"})] == ["/colour"]


def test_many_may_read_at_once_from_the_beginning() -> None:
    documents = [{**ALUMNA, "type": ["VerifiableCredential", one]} for one in TYPES] * 8
    linked._made.clear()

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(canonical, documents))

    assert found == [canonical_alone(one) for one in documents]
