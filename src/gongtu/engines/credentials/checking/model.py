"""The members of a credential, as VCDM 2.0 (and, for old ones, 1.1) wants them.

Each table is the standard's own: a member's name, and the check of its value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.entries import entry
from gongtu.engines.credentials.checking.problem import Problem, Problems, ProblemType, at
from gongtu.engines.credentials.checking.related import resources
from gongtu.engines.credentials.checking.values import (
    Check,
    each,
    instant,
    is_url,
    listed,
    members,
    stamp,
    type_names,
    types,
    url,
    words,
)
from gongtu.engines.credentials.contexts import V1, V2

CREDENTIAL = "VerifiableCredential"


@dataclass(frozen=True, slots=True)
class Version:
    """What the two versions of the data model call the days between which a credential holds."""

    context: str
    valid_from: str
    valid_until: str
    required: tuple[str, ...] = ()


VERSIONS: Mapping[Any, Version] = {
    V2: Version(V2, "validFrom", "validUntil"),
    V1: Version(V1, "issuanceDate", "expirationDate", ("issuanceDate",)),
}


def party(value: Any, pointer: str) -> Problems:
    """An issuer or a holder: a URL, or an object with one as its id."""
    if isinstance(value, dict):
        yield from _party(value, pointer)
    elif not is_url(value):
        yield Problem(pointer, _("应为绝对URL，或者含id的对象"))


def subject(value: Any, pointer: str) -> Problems:
    if value == {}:
        yield Problem(pointer, _("没有任何内容"))
        return
    yield from _subject(value, pointer)


_party = members({"id": url}, {"name": words, "description": words})
_subject = members({}, {"id": url})
_typed = members({"type": types}, {"id": url})
_schema = members({"type": types, "id": url})
MEMBERS: Mapping[str, Check] = {
    "id": url,
    "name": words,
    "description": words,
    "issuer": party,
    "credentialSubject": each(subject),
    "credentialStatus": each(entry),
    "credentialSchema": each(_schema),
    "refreshService": each(_typed),
    "termsOfUse": each(_typed),
    "evidence": each(_typed),
    "relatedResource": resources,
}
REQUIRED = ("issuer", "credentialSubject")


def credential_problems(document: dict[str, Any]) -> Problems:
    """Everything wrong with the members of a credential, its proofs apart."""
    yield from context_problems(document)
    yield from kind_problems(document, CREDENTIAL)
    version = version_of(document)
    for member in (*REQUIRED, *version.required):
        if member not in document:
            yield Problem(at("", member), _("缺少这一项"))
    for member, check in MEMBERS.items():
        if member in document:
            yield from check(document[member], at("", member))
    yield from _period(document, version)


def context_problems(document: dict[str, Any]) -> Problems:
    """The base context first, then URLs and objects in any order."""
    contexts = document.get("@context")
    if not isinstance(contexts, list) or not contexts or contexts[0] not in (V1, V2):
        yield Problem("/@context", _("应为列表，第一项为%(value)s") % {"value": V2})
        return
    for context, where in listed(contexts, "/@context"):
        if not isinstance(context, dict) and not is_url(context):
            yield Problem(where, _("应为绝对URL，或者用语的对象"))


def kind_problems(document: dict[str, Any], kind: str) -> Problems:
    """A type, and this one among them."""
    if "type" not in document:
        yield Problem("/type", _("缺少这一项"))
        return
    wrong = list(types(document["type"], "/type"))
    yield from wrong
    if not wrong and kind not in type_names(document["type"]):
        yield Problem("/type", _("应含%(value)s") % {"value": kind})


def version_of(document: dict[str, Any]) -> Version:
    """The version of the data model a document is written in; the newest where it does not say."""
    contexts = document.get("@context")
    first = contexts[0] if isinstance(contexts, list) and contexts else None
    return VERSIONS[V1 if first == V1 else V2]


def _period(document: dict[str, Any], version: Version) -> Problems:
    names = (version.valid_from, version.valid_until)
    for name in names:
        if name in document:
            yield from stamp(document[name], at("", name))
    since, until = (instant(document.get(name)) for name in names)
    if since and until and since > until:
        says = _("不能早于%(since)s") % {"since": version.valid_from}
        yield Problem(at("", version.valid_until), says, ProblemType.RANGE)
