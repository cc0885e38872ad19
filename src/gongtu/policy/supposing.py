"""Supposing that parameters were decided otherwise: a draft tried out, without deciding anything.

What is supposed holds within a `with` block, for whoever is inside it and for nobody else, and
counts as decided last of all: what comes out is what would come out once the draft is approved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from gongtu.policy import providers
from gongtu.policy.values import DecidedValue

Draft = Mapping[str, Sequence[DecidedValue]]  # by full key; those decided later stand later


@dataclass(frozen=True, slots=True)
class _Supposed:
    values: Mapping[str, tuple[DecidedValue, ...]] = field(default_factory=dict)
    alone: bool = False


NOTHING = _Supposed()
_supposed: ContextVar[_Supposed] = ContextVar("supposed")


@contextmanager
def supposing(draft: Draft, *, alone: bool = False) -> Iterator[None]:
    """Within this block every look-up sees the draft; a draft within a draft stands above it.

    `alone` leaves out what was really decided, so that only the files and drafts speak.
    """
    outer = _supposed.get(NOTHING)
    inner = {
        key: (*outer.values.get(key, ()), *draft.get(key, ())) for key in {**outer.values, **draft}
    }
    before = _supposed.set(_Supposed(inner, alone or outer.alone))
    try:
        yield
    finally:
        _supposed.reset(before)


def decisions_here(key: str) -> tuple[DecidedValue, ...]:
    """The decisions on a parameter, with what is supposed here and now above them."""
    now = _supposed.get(NOTHING)
    real = () if now.alone else providers.decisions_of(key)
    return (*real, *now.values.get(key, ()))


def is_supposing() -> bool:
    """Whether anything at all is supposed here and now."""
    now = _supposed.get(NOTHING)
    return now.alone or bool(now.values)
