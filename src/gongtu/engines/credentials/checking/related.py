"""Related resources: each named once, and of those carried here the digest is compared."""

import base64
import hashlib
import re
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.problem import Problem, Problems, ProblemType, at
from gongtu.engines.credentials.checking.values import (
    each,
    is_so,
    listed,
    members,
    nothing_wrong,
    text,
    url,
)
from gongtu.engines.credentials.contexts import REFORMATTED, V1, V2, is_known, text_of
from gongtu.engines.credentials.multikey import decode

SRI = re.compile(r"(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+)={0,2}")
DIGESTS = ("sha256", "sha384", "sha512")
# Multihash: which digest, and how long it is.
HEADERS = {b"\x12\x20": "sha256", b"\x20\x30": "sha384", b"\x13\x40": "sha512"}
# Digests printed by the publisher for a text that is not carried here byte for byte: the base
# context as it was before May 2025, and that of the first version.
PRINTED = {
    V2: {
        "24a18c90e9856d526111f29376e302d970b2bd10182e33959995b0207d7043b9",
        "35239c36999d2155312091af194a1edb61634d6ad789a5e5"
        "b19f2aebdd762dd9d1dcaada40eda7ef921c6b8c0ae107a0",
    },
    V1: {
        "ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc",
        "82c3b3eab863754bbfd2b9f17d8d6db9f61169f301cbf0b0"
        "5e1fc4beb5f5c51dd4d2e888c274f49c3fbb2408f61faed1",
    },
}


def _is_sri(value: Any) -> bool:
    return isinstance(value, str) and all(map(SRI.fullmatch, value.split() or [""]))


def _is_multibase(value: Any) -> bool:
    return isinstance(value, str) and _decoded(value) is not None


def _resources(value: Any, pointer: str) -> Problems:
    wrong = list(_shapes(value, pointer))
    yield from wrong
    if wrong:
        return
    seen: set[str] = set()
    for one, where in listed(value, pointer):
        if one["id"] in seen:
            yield Problem(at(where, "id"), _("每项资源只能出现一次"))
        seen.add(one["id"])
        if not one.keys() & {"digestSRI", "digestMultibase"}:
            yield Problem(where, _("缺少digestSRI或digestMultibase"))
        yield from _digests(one, where)


def _digests(one: dict[str, Any], where: str) -> Problems:
    right = _digests_of(one["id"])
    if not right:
        return
    for member, values in (
        ("digestSRI", [_sri_bytes(part) for part in one.get("digestSRI", "").split()]),
        ("digestMultibase", [_decoded(one.get("digestMultibase", ""))]),
    ):
        if member in one and right.isdisjoint(values):
            says = _("与这项资源的内容不符")
            yield Problem(at(where, member), says, ProblemType.CRYPTOGRAPHIC_SECURITY)


def _digests_of(address: str) -> set[bytes]:
    """Every digest that is right for an address; none where its text is not known here."""
    printed = {bytes.fromhex(digest) for digest in PRINTED.get(address, ())}
    if not is_known(address) or address in REFORMATTED:
        return printed
    return printed | {hashlib.new(name, text_of(address)).digest() for name in DIGESTS}


def _sri_bytes(written: str) -> bytes:
    return _base64(written.partition("-")[2])


def _decoded(written: str) -> bytes | None:
    """The digest itself, with or without its multihash header."""
    try:
        content = _base64(written[1:]) if written[:1] == "u" else decode(written)
    except ValueError:
        return None
    return content[2:] if content[:2] in HEADERS and len(content) == 2 + content[1] else content


def _base64(written: str) -> bytes:
    plain = written.rstrip("=").replace("+", "-").replace("/", "_")
    return base64.urlsafe_b64decode(plain + "=" * (-len(plain) % 4))


sri = is_so(_is_sri, lambda: _("应为sha256、sha384或sha512的摘要，如sha384-…"))
multibase = is_so(_is_multibase, lambda: _("应为multibase编码的摘要，以u或z开头"))
_shapes = each(
    members({"id": url}, {"digestSRI": sri, "digestMultibase": multibase, "mediaType": text})
)
# `relatedResource`: shape, uniqueness, and every digest that can be compared here.
resources = nothing_wrong(_resources)
