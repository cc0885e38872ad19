"""The members of a presentation, and of what it carries."""

from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.model import (
    context_problems,
    credential_problems,
    kind_problems,
    party,
)
from gongtu.engines.credentials.checking.problem import Problem, Problems
from gongtu.engines.credentials.checking.values import (
    each,
    is_url,
    listed,
    members,
    type_names,
    types,
    url,
)

PRESENTATION = "VerifiablePresentation"
ENVELOPED = "EnvelopedVerifiableCredential"
ENVELOPED_PRESENTATION = "EnvelopedVerifiablePresentation"

_typed = members({"type": types}, {"id": url})
_shape = members({}, {"id": url, "holder": party, "termsOfUse": each(_typed)})


def presentation_problems(document: dict[str, Any]) -> Problems:
    """Everything wrong with the members of a presentation and of its credentials."""
    yield from context_problems(document)
    yield from kind_problems(document, PRESENTATION)
    yield from _shape(document, "")
    for one, where in carried(document):
        if not isinstance(one, dict):
            yield Problem(where, _("应为对象，不能是文字或地址"))
        elif is_enveloped(one):
            yield from (found.under(where) for found in envelope_problems(one, ENVELOPED))
        else:
            yield from (found.under(where) for found in credential_problems(one))


def envelope_problems(document: dict[str, Any], kind: str) -> Problems:
    """The wrapping of a credential or presentation that is secured from outside."""
    contexts = document.get("@context")
    plain = {"@context": contexts if isinstance(contexts, list) else [contexts]}
    yield from context_problems(plain)
    yield from kind_problems(document, kind)
    address = document.get("id")
    if not is_url(address) or not str(address).startswith("data:") or "," not in str(address):
        yield Problem("/id", _("应为data:地址，内含经过签名的文件"))


def carried(document: dict[str, Any]) -> list[tuple[Any, str]]:
    """The credentials in a presentation, each with its pointer."""
    if "verifiableCredential" not in document:
        return []
    return list(listed(document["verifiableCredential"], "/verifiableCredential"))


def is_enveloped(document: Any) -> bool:
    """Whether it says, or shows by its address, that its signature is around it."""
    if not isinstance(document, dict):
        return False
    address = str(document.get("id", ""))
    return ENVELOPED in type_names(document.get("type")) or address.startswith("data:")
