"""The one place where the JSON-LD library is called: offline, with one kind of failure.

A document that names its contexts is read with what was made of them before.  One that explains
words of its own is read by itself: nothing it says is kept, or it could speak for another.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from threading import RLock
from typing import Any

from pyld import jsonld
from pyld.context_resolver import ContextResolver

from gongtu.engines.credentials.contexts import load

# No base at all: an empty one would be replaced by an example address, and hide what is relative.
OPTIONS = {"base": None, "documentLoader": load, "processingMode": "json-ld-1.1"}
REMEMBERED = 256

_carried = ContextResolver({}, load)
_made: dict[tuple[Any, ...], tuple[Any, ...]] = {}
# The library's own memory is not made for several threads.
_alone = RLock()
# The library compares each value of a property with all others of it.
MOST_TOGETHER = 200


class NotLinked(ValueError):
    """A document whose contexts cannot be applied to it."""


class Acquainted(jsonld.JsonLdProcessor):
    """pyld's, which knows what the contexts carried here make of one another.

    By itself it works out anew, at every node, what a type with a context of its own means.
    """

    def _process_context(self, active: Any, local: Any, options: Any, **how: Any) -> Any:
        if "cycles" in how:  # A context that is being made looks ahead: nothing is whole yet.
            return super()._process_context(active, local, options, **how)
        key = id(active), _named(local) or id(local), *how.items()
        kept = _made.get(key)
        if kept is None:
            with _alone:
                made = super()._process_context(active, local, options, **how)
            if len(_made) >= REMEMBERED:
                _made.clear()
            # An identity is a name as long as that which it names is kept.
            kept = _made[key] = active, local, made
        return kept[-1]


def expand(document: Any, *, dropped: Callable[[str | None], Any]) -> list[Any]:
    """The document with every word replaced by its address; `dropped` hears of those without.

    Raises:
        NotLinked: The contexts contradict one another, or the document.
    """
    expanded: list[Any] = _tried(jsonld.JsonLdProcessor.expand, document, dropped)
    return expanded


def statements(document: Any) -> Any:
    """The document's RDF dataset.

    Raises:
        NotLinked: Its contexts cannot be applied, one property has values beyond number, or a
            list holds what has no address.
    """
    if sum(1 for _place in _places(document)) > MOST_TOGETHER:
        document = _tried(jsonld.JsonLdProcessor.expand, document)
        if max(Counter(_places(document)).values(), default=0) > MOST_TOGETHER:
            raise NotLinked(f"more than {MOST_TOGETHER} values of one property")
    dataset = _tried(jsonld.JsonLdProcessor.to_rdf, document)
    # The library leaves a hole where a list holds a relative address.
    if any(None in triple.values() for triples in dataset.values() for triple in triples):
        raise NotLinked("a relative address in a list")
    return dataset


def _places(document: Any) -> Iterator[tuple[Hashable, str]]:
    """For each value in a document: of which node, by its address, and which property."""
    ahead: list[tuple[Any, Hashable]] = [(document, None)]
    while ahead:
        node, owner = ahead.pop()
        if isinstance(node, list):
            ahead += [(one, None) for one in node]
        elif isinstance(node, dict):
            owner = owner or node.get("@id") or id(node)
            for name, values in node.items():
                yield from [(owner, name)] * (len(values) if isinstance(values, list) else 1)
                ahead.append((values, "@reverse" if name == "@reverse" else None))


def _tried(act: Callable[..., Any], document: Any, *dropped: Callable[[str | None], Any]) -> Any:
    try:
        if _names_contexts(document):
            processor, resolver = Acquainted(*dropped), _carried
        else:
            processor, resolver = jsonld.JsonLdProcessor(*dropped), ContextResolver({}, load)
        return act(processor, document, {**OPTIONS, "contextResolver": resolver})
    except jsonld.JsonLdError as error:
        raise NotLinked(_reason(error)) from error
    except Exception as error:
        # On contexts that nobody writes in good faith the library stumbles in ways of its own.
        raise NotLinked(type(error).__name__) from error


def _names_contexts(value: Any) -> bool:
    """Whether every context in the document is told by its address alone."""
    if isinstance(value, dict):
        return all(
            bool(_named(one)) if name == "@context" else _names_contexts(one)
            for name, one in value.items()
        )
    return not isinstance(value, list) or all(map(_names_contexts, value))


def _named(context: Any) -> tuple[str, ...]:
    """The addresses, where a context is told by nothing else."""
    told = context if isinstance(context, list) else [context]
    return tuple(told) if all(isinstance(one, str) for one in told) else ()


def _reason(error: Any) -> str:
    """The innermost reason, by the name the JSON-LD standard gives it."""
    while isinstance(error.__cause__, jsonld.JsonLdError):
        error = error.__cause__
    return str(error.code or error.args[0])[:200]
