"""Ed25519 keys as text: multibase (base58btc) over multicodec, as in W3C Controlled Identifiers."""

import base58
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

PUBLIC, SECRET = b"\xed\x01", b"\x80\x26"
KEY_BYTES = 32


def public_text(key: Ed25519PublicKey) -> str:
    """As `z6Mk…`."""
    return encode(PUBLIC + key.public_bytes_raw())


def secret_text(key: Ed25519PrivateKey) -> str:
    """`z3u2…`; to be enciphered at once."""
    return encode(SECRET + key.private_bytes_raw())


def public_key(text: str) -> Ed25519PublicKey:
    """Raises `ValueError` when the text is no Ed25519 public key."""
    return Ed25519PublicKey.from_public_bytes(_raw(text, PUBLIC))


def secret_key(text: str) -> Ed25519PrivateKey:
    """Raises `ValueError` when the text is no Ed25519 secret key."""
    return Ed25519PrivateKey.from_private_bytes(_raw(text, SECRET))


def encode(content: bytes) -> str:
    """Multibase base58btc.

    >>> encode(b"gongtu")
    'ztWT4fBgQ'
    """
    return "z" + base58.b58encode(content).decode("ascii")


def decode(text: str) -> bytes:
    """Raises `ValueError` when the text is not multibase base58btc."""
    if not text.startswith("z"):
        raise ValueError("not multibase base58btc")
    return base58.b58decode(text[1:])


def _raw(text: str, codec: bytes) -> bytes:
    content = decode(text)
    if content[:2] != codec or len(content) != len(codec) + KEY_BYTES:
        raise ValueError("not an Ed25519 key")
    return content[2:]
