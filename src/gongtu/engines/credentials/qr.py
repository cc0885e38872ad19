"""The QR code on a certificate: the address where anybody checks it, and the credential itself.

What stands after the `#` of an address is never sent: whoever scans the code opens the public
page, and a page that is at hand without a network checks the credential all the same.
"""

from __future__ import annotations

from typing import Any

import segno

from gongtu.engines.credentials.carried import TooLong, carry


def content(address: str, document: dict[str, Any] | None = None) -> str:
    """What the code says; a document that does not fit is left out, and checked online alone."""
    if document is None:
        return address
    try:
        return f"{address}#{carry(document)}"
    except TooLong:
        return address


def svg(address: str, document: dict[str, Any] | None = None) -> str:
    """A square picture as SVG, as large as its place; the less it holds, the more dirt it bears."""
    return str(code(address, document).svg_inline(border=4, omitsize=True, svgclass="code"))


def code(address: str, document: dict[str, Any] | None = None) -> segno.QRCode:
    """The code, its digits packed apart from the address: ten bits for three of them."""
    said = content(address, document)
    if said == address:
        return segno.make(address, error="q", micro=False)
    digits = said.removeprefix(f"{address}#")
    parts: Any = [f"{address}#", digits]  # segno takes several parts, its types know of one
    return segno.make(parts, error="m", micro=False)
