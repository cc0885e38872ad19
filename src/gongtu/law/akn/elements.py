"""The elements of the standard, and runs of text as their `p`s."""

from collections.abc import Callable
from typing import Protocol, cast

from lxml import etree
from lxml.builder import ElementMaker

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

Element = etree._Element


class Maker(Protocol):
    """Makes an element of any name from its text, children and attributes."""

    def __getattr__(self, name: str) -> Callable[..., Element]: ...

    def __call__(self, name: str, /, *parts: Element | str, **attributes: str) -> Element: ...


AKN = cast(Maker, ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE}))


def texts(words: str) -> list[Element]:
    """One `p` for each line; an empty `p` where there are no words."""
    return [AKN.p(line) for line in words.split("\n")]
