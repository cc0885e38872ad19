"""What is wrong with a document: where, which kind of wrong, and a sentence for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from django.utils.translation import gettext as _

VCDM = "https://www.w3.org/TR/vc-data-model#"
INTEGRITY = "https://w3id.org/security#"
STATUS = "https://www.w3.org/ns/credentials/status-list#"
# What was found of texts up to this length is kept at hand; longer ones, of which the most may be
# made to fill memory, are looked at anew.
REMEMBERED = 256


class ProblemType(StrEnum):
    """The problem types of VCDM 2.0, VC Data Integrity 1.0 and Bitstring Status List 1.0."""

    PARSING = f"{VCDM}PARSING_ERROR"
    CRYPTOGRAPHIC_SECURITY = f"{VCDM}CRYPTOGRAPHIC_SECURITY_ERROR"
    MALFORMED_VALUE = f"{VCDM}MALFORMED_VALUE_ERROR"
    RANGE = f"{VCDM}RANGE_ERROR"
    PROOF_GENERATION = f"{INTEGRITY}PROOF_GENERATION_ERROR"
    PROOF_VERIFICATION = f"{INTEGRITY}PROOF_VERIFICATION_ERROR"
    PROOF_TRANSFORMATION = f"{INTEGRITY}PROOF_TRANSFORMATION_ERROR"
    INVALID_DOMAIN = f"{INTEGRITY}INVALID_DOMAIN_ERROR"
    INVALID_CHALLENGE = f"{INTEGRITY}INVALID_CHALLENGE_ERROR"
    STATUS_RETRIEVAL = f"{STATUS}STATUS_RETRIEVAL_ERROR"
    STATUS_VERIFICATION = f"{STATUS}STATUS_VERIFICATION_ERROR"
    STATUS_LIST_LENGTH = f"{STATUS}STATUS_LIST_LENGTH_ERROR"

    @property
    def name_in_standard(self) -> str:
        """The name the standard gives it.

        >>> ProblemType.RANGE.name_in_standard
        'RANGE_ERROR'
        """
        return self.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Problem:
    """`pointer` is a JSON Pointer (RFC 6901) into the document; empty means the whole of it."""

    pointer: str
    says: str
    type: ProblemType = ProblemType.MALFORMED_VALUE

    def __str__(self) -> str:
        place = self.pointer or _("整个文件")
        return f"{place}：{self.says}"

    def under(self, prefix: str) -> "Problem":
        """The same problem, seen from a document that this one lies in."""
        return Problem(f"{prefix}{self.pointer}", self.says, self.type)


Problems = Iterator[Problem]


def at(pointer: str, member: str | int) -> str:
    """The pointer to a member of what the pointer points at.

    >>> at("/credentialSubject", "a/b~c")
    '/credentialSubject/a~1b~0c'
    """
    name = str(member)
    is_short = len(pointer) + len(name) <= REMEMBERED
    return _joined(pointer, name) if is_short else _joined.__wrapped__(pointer, name)


@lru_cache(maxsize=4096)
def _joined(pointer: str, name: str) -> str:
    return f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
