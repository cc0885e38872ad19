"""Putting plain numbers together: what is settled by the bounds alone is settled here."""

from __future__ import annotations

from gongtu.engines.entitlement.city import plain as p


def plus(left: p.Number, right: p.Number) -> p.Number:
    match left, right:
        case p.Whole(a), p.Whole(b):
            return p.Whole(a + b)
        case (other, p.Whole(0)) | (p.Whole(0), other):
            return other
    return p.Sum(left, right)


def minus(left: p.Number, right: p.Number) -> p.Number:
    match left, right:
        case p.Whole(a), p.Whole(b):
            return p.Whole(a - b)
        case other, p.Whole(0):
            return other
    return p.Difference(left, right)


def times(left: p.Number, right: p.Number) -> p.Number:
    match left, right:
        case p.Whole(a), p.Whole(b):
            return p.Whole(a * b)
        case (_, p.Whole(0)) | (p.Whole(0), _):
            return p.Whole(0)
        case (other, p.Whole(1)) | (p.Whole(1), other):
            return other
    return p.Product(left, right)


def floor(part: p.Number, by: int) -> p.Number:
    """Whole division downwards, of any number by a positive one.

    >>> floor(p.Whole(-7), 2)
    Whole(value=-4)
    """
    if isinstance(part, p.Whole):
        return p.Whole(part.value // by)
    if by == 1:
        return part
    shift = max(0, -(part.low // by))
    moved = p.Quotient(plus(part, p.Whole(shift * by)), by)
    return minus(moved, p.Whole(shift))


def least(left: p.Number, right: p.Number) -> p.Number:
    if left is right or left.high <= right.low:
        return left
    return right if right.high <= left.low else p.Least(left, right)


def greatest(left: p.Number, right: p.Number) -> p.Number:
    if left is right or left.low >= right.high:
        return left
    return right if right.low >= left.high else p.Greatest(left, right)


def lookup(place: p.Number, values: tuple[int, ...]) -> p.Number:
    """The value at a place; one number where all are the same."""
    if isinstance(place, p.Whole):
        return p.Whole(values[place.value])
    if len(set(values[place.low : place.high + 1])) == 1:
        return p.Whole(values[place.low])
    return p.Lookup(place, values)


def compare(sign: str, left: p.Number, right: p.Number) -> p.Truth:
    """One number against another, settled at once where the bounds settle it.

    >>> column = p.Of("Person.age", "", 16, 70)
    >>> compare(">=", column, p.Whole(16)) is p.TRUE, compare("<", p.Whole(70), column) is p.FALSE
    (True, True)
    """
    if isinstance(left, p.Whole) and not isinstance(right, p.Whole):
        sign, left, right = p.MIRRORED[sign], right, left
    if left is right:
        return p.Always(p.COMPARE[sign](0, 0))
    settled = {
        p.COMPARE[sign](a, b) for a in (left.low, left.high) for b in (right.low, right.high)
    }
    if len(settled) == 1 and (sign not in ("==", "!=") or _apart(left, right)):
        return p.Always(settled.pop())
    return p.Compare(sign, left, right)


def one_of(part: p.Number, options: tuple[int, ...]) -> p.Truth:
    """Whether a number is among some; those it cannot be are left out."""
    possible = tuple(sorted({one for one in options if part.low <= one <= part.high}))
    if len(possible) == part.high - part.low + 1:
        return p.TRUE
    match possible:
        case ():
            return p.FALSE
        case (one,):
            return compare("==", part, p.Whole(one))
    if possible[-1] - possible[0] + 1 == len(possible):
        low = compare(">=", part, p.Whole(possible[0]))
        return p.both(low, compare("<=", part, p.Whole(possible[-1])))
    return p.OneOf(part, possible)


def _apart(left: p.Number, right: p.Number) -> bool:
    """They can never be equal, or both are one number."""
    fixed = left.low == left.high == right.low == right.high
    return fixed or left.high < right.low or right.high < left.low
