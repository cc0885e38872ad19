"""Decisions over the city's overlay over the provision's file: one line of dated values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from gongtu.base.speech import gettext as _
from gongtu.policy.reading import Written
from gongtu.policy.values import Origin, Stated, Valued

Layers = Mapping[Origin, Sequence[Stated]]  # the one that goes before, first


def timeline(layers: Layers, about: Written) -> tuple[Valued, ...]:
    """What holds from each day on which anything changes up to the next; the oldest first.

    The first line, with no `since`, is the time before anything was said.
    """
    every = [stated for layer in layers.values() for stated in layer]
    days = sorted({day for s in every for day in (s.since, s.until) if day is not None})
    starts: list[date | None] = [None, *days]
    ends: list[date | None] = [*days, None]
    lines = [
        _valued(about, span=(since, until), found=_holding(layers, since))
        for since, until in zip(starts, ends, strict=True)
    ]
    return tuple(_joined(lines))


def _holding(layers: Layers, on: date | None) -> tuple[Origin, Stated | None]:
    """The statement that goes before all others on a day: the latest of the highest layer."""
    if on is not None:
        for origin, layer in layers.items():
            holding = [s for s in layer if s.since <= on and (s.until is None or on < s.until)]
            if holding:
                return origin, max(enumerate(holding), key=lambda pair: (pair[1].since, pair[0]))[1]
    return "file", None


def _valued(
    about: Written, *, span: tuple[date | None, date | None], found: tuple[Origin, Stated | None]
) -> Valued:
    origin, stated = found
    nothing = Stated(since=date.min, confidence="unconfirmed", note=_("该日尚无规定。"))
    said = stated or nothing
    return Valued(
        value=said.value,
        unit=about.unit,
        title=about.title,
        since=span[0],
        until=span[1],
        instrument=said.instrument,
        number=said.number,
        issued_on=said.issued_on,
        source=said.source,
        confidence=said.confidence,
        note=said.note,
        decides=about.decides,
        origin=origin,
    )


def _joined(lines: list[Valued]) -> list[Valued]:
    """Neighbours that say the same by the same document become one."""
    joined = lines[:1]
    for line in lines[1:]:
        last = joined[-1]
        if replace(line, since=last.since, until=last.until) == last:
            joined[-1] = replace(last, until=line.until)
        else:
            joined.append(line)
    return joined
