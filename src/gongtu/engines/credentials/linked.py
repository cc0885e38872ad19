"""The one place where the JSON-LD library is called: offline, with one kind of failure."""

from collections.abc import Callable
from typing import Any

from pyld import jsonld

from gongtu.engines.credentials.contexts import load

# No base at all: an empty one would be replaced by an example address, and hide what is relative.
OPTIONS = {"base": None, "documentLoader": load, "processingMode": "json-ld-1.1"}


class NotLinked(ValueError):
    """A document whose contexts cannot be applied to it."""


def expand(document: Any, *, dropped: Callable[[str | None], Any]) -> list[Any]:
    """The document with every word replaced by its address; `dropped` hears of those without.

    Raises:
        NotLinked: The contexts contradict one another, or the document.
    """
    expanded: list[Any] = _tried(jsonld.expand, document, on_property_dropped=dropped)
    return expanded


def statements(document: Any) -> Any:
    """The document's RDF dataset; raises `NotLinked`."""
    return _tried(jsonld.to_rdf, document)


def _tried(act: Callable[..., Any], document: Any, **more: Any) -> Any:
    try:
        return act(document, dict(OPTIONS), **more)
    except jsonld.JsonLdError as error:
        raise NotLinked(_reason(error)) from error
    except Exception as error:
        # On contexts that nobody writes in good faith the library stumbles in ways of its own.
        raise NotLinked(type(error).__name__) from error


def _reason(error: Any) -> str:
    """The innermost reason, by the name the JSON-LD standard gives it."""
    while isinstance(error.__cause__, jsonld.JsonLdError):
        error = error.__cause__
    return str(error.code or error.args[0])[:200]
