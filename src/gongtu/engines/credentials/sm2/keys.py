"""Keys of SM2, and what they sign: a message under the name of its signer."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final

from gongtu.engines.credentials.sm2.curve import (
    SIZE,
    A,
    B,
    G,
    Multiples,
    N,
    P,
    Point,
    is_on_curve,
    lift,
    of_generator,
    points,
)
from gongtu.engines.credentials.sm2.hashing import sm3
from gongtu.engines.credentials.sm2.signature import join, parse

# The distinguishing identifier of whoever agreed on no other (GM/T 0009, 10).
IDENTIFIER: Final = b"1234567812345678"
LONGEST_IDENTIFIER: Final = 0xFFFF // 8
EVEN, ODD, PLAIN = 2, 3, 4
# A table of some forty milliseconds, worth its while from the twentieth signature of a key.
WIDTH: Final = 8
TABLES: Final = 64


@dataclass(frozen=True)
class PublicKey:
    """A key that checks; make it by `from_bytes`, which lets only points of the curve in."""

    point: Point

    @classmethod
    def from_bytes(cls, content: bytes) -> PublicKey:
        """Of 33 bytes or of 65; raises `ValueError` at whatever is not the one way to write it."""
        if len(content) == SIZE + 1 and content[0] in (EVEN, ODD):
            return cls(lift(int.from_bytes(content[1:], "big"), odd=content[0] == ODD))
        if len(content) == 2 * SIZE + 1 and content[0] == PLAIN:
            x, y = (int.from_bytes(part, "big") for part in (content[1:33], content[33:]))
            if is_on_curve(x, y):
                return cls((x, y))
        raise ValueError("not a point of the curve of SM2")

    def to_bytes(self) -> bytes:
        """The 33 bytes: x, and whether y is odd."""
        x, y = self.point
        return bytes([ODD if y & 1 else EVEN]) + x.to_bytes(SIZE, "big")

    def verifies(self, signature: bytes, message: bytes, identifier: bytes = IDENTIFIER) -> bool:
        """Whether the signature (r and s, 64 bytes) is this key's over the message."""
        try:
            r, s = parse(signature)
        except ValueError:
            return False
        both = (r + s) % N
        if not both:
            return False
        x, _y, z = multiples_of(self.point).times(both, onto=of_generator().times(s))
        # What x must be, up to the order; compared without a division.
        wanted = (r - self.digest(message, identifier)) % N
        return z != 0 and any(one * z * z % P == x for one in (wanted, wanted + N) if one < P)

    def digest(self, message: bytes, identifier: bytes = IDENTIFIER) -> int:
        """The number that is signed: of the message, under the signer's name and key."""
        z = self._default_z if identifier == IDENTIFIER else self.z(identifier)
        return int.from_bytes(sm3(z + message), "big")

    def z(self, identifier: bytes) -> bytes:
        """The digest of who signs: identifier, curve and key (GB/T 32918.2, 5.5)."""
        if len(identifier) > LONGEST_IDENTIFIER:
            raise ValueError("the identifier is too long")
        numbers = b"".join(one.to_bytes(SIZE, "big") for one in (A, B, *G, *self.point))
        return sm3((8 * len(identifier)).to_bytes(2, "big") + identifier + numbers)

    @cached_property
    def _default_z(self) -> bytes:
        return self.z(IDENTIFIER)


@lru_cache(maxsize=TABLES)
def multiples_of(point: Point) -> Multiples:
    """Those of the keys met lately."""
    return Multiples(point, WIDTH)


def fresh_nonce() -> int:
    return secrets.randbelow(N - 1) + 1


@dataclass(frozen=True)
class SecretKey:
    """A key that signs, held in memory."""

    number: int = field(repr=False)

    @classmethod
    def generate(cls) -> SecretKey:
        return cls(secrets.randbelow(N - 2) + 1)

    @classmethod
    def from_bytes(cls, content: bytes) -> SecretKey:
        """Raises `ValueError` unless it is 32 bytes between zero and the order less one."""
        number = int.from_bytes(content, "big")
        if len(content) != SIZE or not 0 < number < N - 1:
            raise ValueError("not a secret key of SM2")
        return cls(number)

    def to_bytes(self) -> bytes:
        return self.number.to_bytes(SIZE, "big")

    @cached_property
    def public(self) -> PublicKey:
        return PublicKey(points([of_generator().times(self.number)])[0])

    def sign(
        self,
        message: bytes,
        identifier: bytes = IDENTIFIER,
        *,
        nonce: Callable[[], int] = fresh_nonce,
    ) -> bytes:
        """Both numbers over the message, by a fresh random one each time."""
        digest = self.public.digest(message, identifier)
        while True:
            k = nonce()
            ((x, _y),) = points([of_generator().times(k)])
            r = (digest + x) % N
            s = self._inverse * (k - r * self.number) % N
            if r and r + k != N and s:
                return join(r, s)

    @cached_property
    def _inverse(self) -> int:
        return pow(1 + self.number, -1, N)
