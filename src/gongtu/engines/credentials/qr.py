"""The QR code on a certificate: the address where anybody checks it."""

import segno


def svg(address: str) -> str:
    """A square picture of the address as SVG, readable with a quarter of it damaged or dirty."""
    return str(segno.make(address, error="q", micro=False).svg_inline(scale=4, border=4))
