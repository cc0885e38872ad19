"""The elements of the standard, and runs of text as their `p`s."""

from lxml import etree
from lxml.builder import ElementMaker

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
AKN = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})

Element = etree._Element  # noqa: SLF001


def texts(words: str) -> list[Element]:
    """One `p` for each line; an empty `p` where there are no words."""
    return [AKN.p(line) for line in words.split("\n")]
