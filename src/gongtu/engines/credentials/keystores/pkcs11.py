"""Keys in a device that speaks PKCS#11: made in it, used in it, never outside it.

Needs the extra `hsm`.  EdDSA and ECDSA only: for SM2, each maker has names of its own.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any, Final

from django.conf import settings

from gongtu.base.errors import Broken
from gongtu.engines.credentials.choices import KeyKind
from gongtu.engines.credentials.multikey import public_key, public_text

# Each curve's name in DER, as CKA_EC_PARAMS wants it: an OID, or the text "edwards25519".
CURVES: Final = {
    KeyKind.ED25519: bytes.fromhex("130c656477617264733235353139"),
    KeyKind.P256: bytes.fromhex("06082a8648ce3d030107"),
    KeyKind.P384: bytes.fromhex("06052b81040022"),
}
DIGESTS: Final = {KeyKind.P256: hashlib.sha256, KeyKind.P384: hashlib.sha384}
ID_BYTES: Final = 16


@cache
def device() -> Device:
    """The device that the settings name.

    Raises:
        Broken: None is named, it cannot be reached, or the extra is not installed.
    """
    try:
        import pkcs11
    except ModuleNotFoundError:
        raise Broken("Keys in a device need the extra `hsm`: pip install gongtu[hsm].") from None
    if not settings.GONGTU_PKCS11_MODULE:
        raise Broken("GONGTU_PKCS11_MODULE names no library of a device.")
    try:
        token = pkcs11.lib(settings.GONGTU_PKCS11_MODULE).get_token(
            token_label=settings.GONGTU_PKCS11_TOKEN
        )
        session = token.open(rw=True, user_pin=settings.GONGTU_PKCS11_PIN)
    except (pkcs11.PKCS11Error, RuntimeError) as error:
        raise Broken(f"The device does not open: {error!r}.") from error
    return Device(pkcs11, session, Lock())


@dataclass(frozen=True)
class Device:
    """One session, which one thread uses at a time."""

    pkcs11: Any
    session: Any
    lock: Lock

    def make(self, kind: KeyKind) -> tuple[str, bytes]:
        """A key that cannot be taken out; it is labelled by its public half."""
        if kind not in CURVES:
            raise Broken(f"The device makes no keys of {kind} by PKCS#11.")
        attribute, edwards = self.pkcs11.Attribute, kind == KeyKind.ED25519
        family = self.pkcs11.KeyType.EC_EDWARDS if edwards else self.pkcs11.KeyType.EC
        how = self.pkcs11.Mechanism.EC_EDWARDS_KEY_PAIR_GEN if edwards else None
        with self.lock:
            curve = self.session.create_domain_parameters(
                family, {attribute.EC_PARAMS: CURVES[kind]}, local=True
            )
            halves = curve.generate_keypair(
                id=secrets.token_bytes(ID_BYTES), store=True, mechanism=how
            )
            public = public_text(kind, _point(kind, halves[0][attribute.EC_POINT]))
            for half in halves:
                half[attribute.LABEL] = public
        return public, b""

    def signer(self, public: str, cipher: bytes) -> DeviceKey:
        """The key of that label."""
        del cipher
        attribute, classes = self.pkcs11.Attribute, self.pkcs11.ObjectClass
        wanted = {attribute.CLASS: classes.PRIVATE_KEY, attribute.LABEL: public}
        with self.lock:
            found = list(self.session.get_objects(wanted))
        if len(found) != 1:
            raise Broken(f"The device holds {len(found)} keys of {public}.")
        kind = public_key(public).kind
        return DeviceKey(kind, public, self._signing(found[0], kind))

    def _signing(self, key: Any, kind: KeyKind) -> Callable[[bytes], bytes]:
        mechanism = self.pkcs11.Mechanism

        def sign(data: bytes) -> bytes:
            with self.lock:
                if kind == KeyKind.ED25519:
                    return bytes(key.sign(data, mechanism=mechanism.EDDSA))
                digest = DIGESTS[kind](data).digest()
                return bytes(key.sign(digest, mechanism=mechanism.ECDSA))

        return sign


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """A key that signs without being seen."""

    kind: KeyKind
    public: str
    signing: Callable[[bytes], bytes]

    def sign(self, data: bytes) -> bytes:
        return self.signing(data)


def _point(kind: KeyKind, told: bytes) -> bytes:
    """The bytes of a public key out of CKA_EC_POINT: an OCTET STRING around the point."""
    point = told[2:]
    if kind == KeyKind.ED25519:
        return point
    half = (len(point) - 1) // 2
    return bytes([2 + (point[-1] & 1)]) + point[1 : 1 + half]
