"""The members of a credential, as VCDM 2.0 (and, for old ones, 1.1) wants them.

Each table is the standard's own: a member's name, and the check of its value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.badges import badge_problems
from gongtu.engines.credentials.checking.entries import entry
from gongtu.engines.credentials.checking.problem import Problem, Problems, ProblemType, at
from gongtu.engines.credentials.checking.related import resources
from gongtu.engines.credentials.checking.values import (
    Check,
    each,
    instant,
    is_so,
    is_url,
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


def _is_party(value: Any) -> bool:
    return _party.holds(value) if isinstance(value, dict) else is_url(value)


def _party_told(value: Any, pointer: str) -> Problems:
    if isinstance(value, dict):
        yield from _party(value, pointer)
    else:
        yield Problem(pointer, _("应为绝对URL，或者含id的对象"))


def _subject_told(value: Any, pointer: str) -> Problems:
    if value == {}:
        yield Problem(pointer, _("没有任何内容"))
    else:
        yield from _subject(value, pointer)


_party = members({"id": url}, {"name": words, "description": words})
_subject = members({}, {"id": url})
# An issuer or a holder: a URL, or an object with one as its id.
party = Check(_is_party, _party_told)
subject = Check(lambda value: value != {} and _subject.holds(value), _subject_told)
_typed = members({"type": types}, {"id": url})
_schema = members({"type": types, "id": url})
REQUIRED = {"issuer": party, "credentialSubject": each(subject)}
OPTIONAL = {
    "id": url,
    "name": words,
    "description": words,
    "credentialStatus": each(entry),
    "credentialSchema": each(_schema),
    "refreshService": each(_typed),
    "termsOfUse": each(_typed),
    "evidence": each(_typed),
    "relatedResource": resources,
}
SHAPES = {
    version.context: members(
        {**REQUIRED, **dict.fromkeys(version.required, stamp)},
        {**OPTIONAL, version.valid_from: stamp, version.valid_until: stamp},
    )
    for version in VERSIONS.values()
}


def credential_problems(document: dict[str, Any]) -> Problems:
    """Everything wrong with the members of a credential, its proofs apart."""
    yield from context_problems(document)
    yield from kind_problems(document, CREDENTIAL)
    version = version_of(document)
    wrong = list(SHAPES[version.context](document, ""))
    yield from wrong
    yield from _period(document, version)
    if not wrong and version.context == V2:
        yield from badge_problems(document)


def context_problems(document: dict[str, Any]) -> Problems:
    """The base context first, then URLs and objects in any order."""
    contexts = document.get("@context")
    if not isinstance(contexts, list) or not contexts or contexts[0] not in (V1, V2):
        yield Problem("/@context", _("应为列表，第一项为%(value)s") % {"value": V2})
        return
    yield from _contexts(contexts, "/@context")


_contexts = each(
    is_so(
        lambda context: isinstance(context, dict) or is_url(context),
        lambda: _("应为绝对URL，或者用语的对象"),
    )
)


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
    since, until = (
        instant(document.get(version.valid_from)),
        instant(document.get(version.valid_until)),
    )
    if since and until and since > until:
        says = _("不能早于%(since)s") % {"since": version.valid_from}
        yield Problem(at("", version.valid_until), says, ProblemType.RANGE)
