"""A signature as bytes: r and s side by side, or in DER as devices and other tools have it."""

from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from gongtu.engines.credentials.sm2.curve import SIZE, N


def join(r: int, s: int) -> bytes:
    return r.to_bytes(SIZE, "big") + s.to_bytes(SIZE, "big")


def parse(signature: bytes) -> tuple[int, int]:
    """The two numbers; raises `ValueError` at another length, or a number out of range."""
    if len(signature) != 2 * SIZE:
        raise ValueError("an SM2 signature has 64 bytes")
    r, s = int.from_bytes(signature[:SIZE], "big"), int.from_bytes(signature[SIZE:], "big")
    if not (0 < r < N and 0 < s < N):
        raise ValueError("r and s lie between zero and the order")
    return r, s


def to_der(signature: bytes) -> bytes:
    """SEQUENCE of r and s; raises as `parse` does."""
    return encode_dss_signature(*parse(signature))


def from_der(content: bytes) -> bytes:
    """The 64 bytes; raises `ValueError` at whatever is not the one DER of two numbers in range."""
    r, s = decode_dss_signature(content)
    if encode_dss_signature(r, s) != content:
        raise ValueError("not the shortest DER")
    if not (0 < r < N and 0 < s < N):
        raise ValueError("r and s lie between zero and the order")
    return join(r, s)
