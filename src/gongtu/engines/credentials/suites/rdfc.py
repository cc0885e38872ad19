"""RDF dataset canonicalisation (RDFC-1.0) of a JSON-LD document, within a budget."""

import hashlib
from typing import Any

from pyld.canon import URDNA2015

from gongtu.engines.credentials.linked import statements

# Documents of people have few things alike without a name; graphs made to exhaust a checker do.
MOST_ALIKE = 6
MOST_STEPS = 2_000


class TooManyAlike(ValueError):
    """Nameless nodes that cannot be told apart in a sensible time."""


class Canonicaliser(URDNA2015):  # type: ignore[misc]  # pyld tells no types
    """pyld's, with the hash a suite wants, and an end to its patience."""

    def __init__(self, digest: str) -> None:
        super().__init__()
        self.digest = digest
        self.steps = 0

    def create_hash(self) -> Any:
        return hashlib.new(self.digest)

    def create_hash_to_related(self, id_: str, issuer: Any) -> Any:
        related = super().create_hash_to_related(id_, issuer)
        self.steps += 1
        if self.steps > MOST_STEPS or any(len(alike) > MOST_ALIKE for alike in related.values()):
            raise TooManyAlike("too many nameless nodes that look alike")
        return related


def canonical(document: Any, digest: str = "sha256") -> bytes:
    """The document's statements as canonical N-Quads; the caller has vetted its terms.

    Raises:
        NotLinked, TooManyAlike: The document says nothing that can be written so.
    """
    dataset = statements(document)
    quads: str = Canonicaliser(digest).main(dataset, {"format": "application/n-quads"})
    return quads.encode("utf8")
