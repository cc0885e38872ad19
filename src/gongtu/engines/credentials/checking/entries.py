"""The entries of `credentialStatus`, those of Bitstring Status List 1.0 member by member."""

from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.checking.problem import Problem, Problems, at
from gongtu.engines.credentials.checking.values import (
    Check,
    is_so,
    members,
    nothing_wrong,
    text,
    type_names,
    types,
    url,
    urls,
)

ENTRY, LIST = "BitstringStatusListEntry", "BitstringStatusList"
LIST_CREDENTIAL = "BitstringStatusListCredential"
MOST_BITS = 8
LONGEST_INDEX = 12


def _is_index(value: Any) -> bool:
    right = isinstance(value, str) and value.isascii() and value.isdecimal()
    return right and str(int(value[:LONGEST_INDEX])) == value


def _is_size(value: Any) -> bool:
    return type(value) is int and 0 < value <= MOST_BITS


def _messages(value: Any, pointer: str) -> Problems:
    if not isinstance(value, list):
        yield Problem(pointer, _("应为列表"))
        return
    for place, one in enumerate(value):
        yield from _message(one, at(pointer, place))


index = is_so(_is_index, lambda: _("应为十进制的非负整数，写成文字"))
size = is_so(_is_size, lambda: _("应为1至%(most)d的整数") % {"most": MOST_BITS})
messages = nothing_wrong(_messages)
_message = members({"status": text, "message": text})
_typed = members({"type": types}, {"id": url})
_bitstring = members(
    {"statusPurpose": text, "statusListIndex": index, "statusListCredential": url},
    {"statusSize": size, "statusMessage": messages, "statusReference": urls},
)


def _is_entry(value: Any) -> bool:
    if not _typed.holds(value):
        return False
    if ENTRY not in type_names(value["type"]):
        return True
    return _bitstring.holds(value) and next(_not_together(value, ""), None) is None


def _entry(value: Any, pointer: str) -> Problems:
    yield from _typed(value, pointer)
    if isinstance(value, dict) and ENTRY in type_names(value.get("type")):
        yield from _bitstring(value, pointer)
        yield from _not_together(value, pointer)


def _not_together(value: dict[str, Any], pointer: str) -> Problems:
    """Members that do not go together, though each may be right by itself."""
    if "id" in value and value["id"] == value.get("statusListCredential"):
        yield Problem(at(pointer, "id"), _("不能是状态列表的地址"))
    bits, told = value.get("statusSize", 1), value.get("statusMessage")
    if not _is_size(bits):
        return
    if told is None and bits > 1:
        yield Problem(at(pointer, "statusMessage"), _("statusSize大于1时必须有这一项"))
    elif isinstance(told, list) and len(told) != 2**bits:
        says = _("应有%(count)d条，每个可能的状态一条") % {"count": 2**bits}
        yield Problem(at(pointer, "statusMessage"), says)


# One entry: its type always, and what its type asks for.
entry = Check(_is_entry, _entry)
