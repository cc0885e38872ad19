"""The curve of GB/T 32918.5, and quick multiples of points that are used again and again.

Sums are kept as (X, Y, Z) with x = X/Z² and y = Y/Z³, so that adding needs no division.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

P: Final = 0xFFFFFFFE_FFFFFFFF_FFFFFFFF_FFFFFFFF_FFFFFFFF_00000000_FFFFFFFF_FFFFFFFF
A: Final = P - 3
B: Final = 0x28E9FA9E_9D9F5E34_4D5A9E4B_CF6509A7_F39789F5_15AB8F92_DDBCBD41_4D940E93
N: Final = 0xFFFFFFFE_FFFFFFFF_FFFFFFFF_FFFFFFFF_7203DF6B_21C6052B_53BBF409_39D54123
SIZE: Final = 32
BITS: Final = 256

Point = tuple[int, int]
Sum = tuple[int, int, int]
G: Final[Point] = (
    0x32C4AE2C_1F198119_5F990446_6A39C994_8FE30BBF_F2660BE1_715A4589_334C74C7,
    0xBC3736A2_F4F6779C_59BDCEE3_6B692153_D0A9877C_C62A4740_02DF32E5_2139F0A0,
)
NOTHING: Final[Sum] = (1, 1, 0)


class Multiples:
    """A point's multiples in windows of some bits: a product is one addition a window.

    A digit may be negative, which halves the table: minus a point is the point mirrored.
    """

    def __init__(self, point: Point, width: int) -> None:
        self.width = width
        self.rows = [[point, *_next(point, width)] for point in _bases(point, width)]

    def times(self, factor: int, onto: Sum = NOTHING) -> Sum:
        """The multiple, added onto a sum; `factor` is from 0 up to the order."""
        width, half = self.width, 1 << (self.width - 1)
        mask = (half << 1) - 1
        for row in self.rows:
            digit = factor & mask
            factor >>= width
            if digit > half:
                factor += 1
                x, y = row[mask - digit]
                onto = add(onto, x, P - y)
            elif digit:
                onto = add(onto, *row[digit - 1])
        return onto


@cache
def of_generator() -> Multiples:
    """Those of the generator, made once in a tenth of a second: every signature uses them."""
    return Multiples(G, width=10)


def add(one: Sum, x: int, y: int) -> Sum:
    """A sum and a point."""
    x1, y1, z1 = one
    if not z1:
        return x, y, 1
    square = z1 * z1 % P
    apart = (x * square - x1) % P
    slope = (y * z1 * square - y1) % P
    if not apart:
        return double(one) if not slope else NOTHING
    apart2 = apart * apart % P
    apart3 = apart * apart2 % P
    middle = x1 * apart2 % P
    x3 = (slope * slope - apart3 - 2 * middle) % P
    return x3, (slope * (middle - x3) - y1 * apart3) % P, z1 * apart % P


def double(one: Sum) -> Sum:
    """A sum and itself; no point of this curve is its own mirror image."""
    x, y, z = one
    z2, y2 = z * z % P, y * y % P
    beta = x * y2 % P
    slope = 3 * (x - z2) * (x + z2) % P
    x3 = (slope * slope - 8 * beta) % P
    return x3, (slope * (4 * beta - x3) - 8 * y2 * y2) % P, 2 * y * z % P


def points(sums: list[Sum]) -> list[Point]:
    """Sums as points, all by one division; none of them may be nothing."""
    before, product = [], 1
    for _, _, z in sums:
        before.append(product)
        product = product * z % P
    inverse = pow(product, -1, P)
    found = []
    for (x, y, z), ahead in zip(reversed(sums), reversed(before), strict=True):
        one = inverse * ahead % P
        inverse = inverse * z % P
        square = one * one % P
        found.append((x * square % P, y * square * one % P))
    return found[::-1]


def is_on_curve(x: int, y: int) -> bool:
    return 0 <= x < P and 0 <= y < P and (y * y - (x * x + A) * x - B) % P == 0


def lift(x: int, *, odd: bool) -> Point:
    """The point at x whose y is odd or even; raises `ValueError` where there is none."""
    y = pow((x * x + A) * x + B, (P + 1) // 4, P)
    if y & 1 != odd:
        y = P - y
    if not is_on_curve(x, y):
        raise ValueError("no point of the curve")
    return x, y


def _bases(point: Point, width: int) -> Iterator[Point]:
    """The point that each window counts in: times two to the width each time."""
    # One window more than the bits fill: the highest digit may carry.
    sums: list[Sum] = [(*point, 1)]
    for _ in range(BITS // width):
        last = sums[-1]
        for _ in range(width):
            last = double(last)
        sums.append(last)
    return iter(points(sums))


def _next(point: Point, width: int) -> Iterable[Point]:
    """Twice the point, three times, … as far as a digit of the width goes."""
    sums: list[Sum] = [double((*point, 1))]
    for _ in range(2, 1 << (width - 1)):
        sums.append(add(sums[-1], *point))
    return points(sums)
