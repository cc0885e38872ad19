"""SM2: ours beside `gmssl`, the package that people install; equal keys, message and identifier."""

from __future__ import annotations

from collections.abc import Iterator

from bench.credentials.measuring import Rate, Work, alone, beside
from gongtu.engines.credentials.sm2 import SecretKey

MESSAGE = bytes(range(64))


def rates(rounds: int) -> Iterator[Rate]:
    """Signing, then checking; each of ours is followed by theirs."""
    key = SecretKey.generate()
    signature = key.sign(MESSAGE)
    public = key.public
    works: dict[str, Work] = {
        "SM2 sign": lambda: key.sign(MESSAGE),
        "SM2 verify": lambda: public.verifies(signature, MESSAGE),
    }
    theirs = _gmssl(key, signature)
    for what, work in works.items():
        ours = alone(what, "gongtu", work, rounds)
        yield ours
        if theirs is None:
            yield Rate(what, "gmssl", missing="gmssl")
        else:
            yield beside(ours, work, "gmssl", theirs[what], rounds)


def _gmssl(key: SecretKey, signature: bytes) -> dict[str, Work] | None:
    """Their work on the same, once both agree; none where they are not installed."""
    try:
        from gmssl import sm2
    except ModuleNotFoundError:
        return None
    x, y = key.public.point
    # Theirs knows the common identifier only, as ours takes it when told no other.
    crypt = sm2.CryptSM2(public_key=f"{x:064x}{y:064x}", private_key=key.to_bytes().hex())
    if not crypt.verify_with_sm3(signature.hex(), MESSAGE):
        raise SystemExit("gmssl does not take our signature.")
    if not key.public.verifies(bytes.fromhex(crypt.sign_with_sm3(MESSAGE)), MESSAGE):
        raise SystemExit("We do not take the signature of gmssl.")
    return {
        "SM2 sign": lambda: crypt.sign_with_sm3(MESSAGE),
        "SM2 verify": lambda: crypt.verify_with_sm3(signature.hex(), MESSAGE),
    }
